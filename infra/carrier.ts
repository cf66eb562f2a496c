import type { Cargo } from "./carry.ts";

/** The few things of Pulumi and its AWS provider that carrying needs; `sst.config.ts` hands over the real ones, a test its recorder. */
export interface Pulumi {
  bucket(name: string, tags: Readonly<Record<string, string>>): Bucket;
  object(
    name: string,
    args: { bucket: unknown; key: string; source?: unknown; content?: unknown },
    options: { dependsOn?: readonly unknown[] },
  ): unknown;
  stack(
    name: string,
    args: {
      name: string;
      templateUrl: unknown;
      parameters: Readonly<Record<string, string>>;
      capabilities: readonly string[];
      tags: Readonly<Record<string, string>>;
    },
    options: { protect: boolean; dependsOn: readonly unknown[] },
  ): { outputs: Output<Readonly<Record<string, string>>> };
  /** A file, or a folder as a zip. */
  asset(path: string): unknown;
}

/** A value that is known once the resource is made. */
export interface Output<T> {
  apply<U>(change: (value: T) => U): Output<U>;
}
interface Bucket {
  readonly bucket: Output<string>;
  readonly bucketRegionalDomainName: Output<string>;
}

export interface Place {
  /** Full path of a file of the assembly. */
  path(file: string): string;
  /** Its text. */
  text(file: string): string;
}

/**
 * Carries a cloud assembly with Pulumi: a bucket for the files, an object for each, and each template as a CloudFormation stack. Only the bucket's
 * name in a template is changed, to that of the bucket made here.
 * @returns the stacks' outputs, by name
 */
export function carry(cargo: Cargo, pulumi: Pulumi, place: Place): Record<string, Output<string | undefined>> {
  const bucket = pulumi.bucket("assembly", cargo.stacks[0]?.tags ?? {});
  const files = cargo.uploads.map(({ path, key }) =>
    pulumi.object(key, { bucket: bucket.bucket, key, source: pulumi.asset(place.path(path)) }, {}),
  );
  const made = new Map<string, unknown>();
  const outputs: Record<string, Output<string | undefined>> = {};
  for (const stack of cargo.stacks) {
    const content = bucket.bucket.apply((name) => place.text(stack.templateFile).replaceAll(cargo.bucketName, name));
    const template = pulumi.object(stack.templateKey, { bucket: bucket.bucket, key: stack.templateKey, content }, {});
    const resource = pulumi.stack(
      stack.name,
      {
        name: stack.name,
        templateUrl: bucket.bucketRegionalDomainName.apply((host) => `https://${host}/${stack.templateKey}`),
        parameters: stack.parameters,
        capabilities: stack.capabilities,
        tags: stack.tags,
      },
      { protect: stack.protect, dependsOn: [template, ...files, ...stack.after.map((name) => made.get(name))] },
    );
    made.set(stack.name, resource);
    for (const name of stack.outputs) outputs[name] = resource.outputs.apply((all) => all[name]);
  }
  return outputs;
}
