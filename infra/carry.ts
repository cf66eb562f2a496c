/** The parts of a cloud assembly's `manifest.json` that matter here. */
export interface AssemblyManifest {
  readonly artifacts: Readonly<
    Record<
      string,
      {
        readonly type: string;
        readonly dependencies?: readonly string[];
        readonly properties?: {
          readonly templateFile?: string;
          readonly stackName?: string;
          readonly terminationProtection?: boolean;
          readonly tags?: Readonly<Record<string, string>>;
          readonly parameters?: Readonly<Record<string, string>>;
          /** For the list of assets of a stack. */
          readonly file?: string;
        };
      }
    >
  >;
}

/** A stack's `*.assets.json`. */
export interface AssetManifest {
  readonly files?: Readonly<
    Record<
      string,
      {
        readonly source: { readonly path?: string; readonly packaging?: string };
        readonly destinations: Readonly<Record<string, { readonly bucketName: string; readonly objectKey: string }>>;
      }
    >
  >;
}

export interface Template {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: Readonly<Record<string, unknown>> }>
  >;
  readonly Outputs?: Readonly<Record<string, unknown>>;
  readonly Transform?: unknown;
}

/** A file or folder of the assembly, to be put under a key; a folder goes as a zip. */
export interface Upload {
  readonly path: string;
  readonly packaging: "file" | "zip";
  readonly key: string;
}

export interface CarriedStack {
  readonly name: string;
  readonly templateFile: string;
  readonly templateKey: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly capabilities: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly protect: boolean;
  /** Names of stacks that must be there first. */
  readonly after: readonly string[];
  /** Names of outputs that an operator wants to see; those for other stacks are left out. */
  readonly outputs: readonly string[];
}

export interface Cargo {
  /** The bucket's name as the templates write it; the carrier puts its own in its place. */
  readonly bucketName: string;
  readonly uploads: readonly Upload[];
  /** In the order of deployment. */
  readonly stacks: readonly CarriedStack[];
}

const stackType = "aws:cloudformation:stack";
const assetsType = "cdk:asset-manifest";

/**
 * From a synthesised cloud assembly to what a carrier has to do: which files to upload, and which stacks to deploy in which order.
 * @param read parses a JSON file of the assembly by its name
 * @throws Error for an assembly that it cannot carry whole: images, other artifacts, assets in several buckets, a circle of stacks
 */
export function cargoOf(manifest: AssemblyManifest, read: (file: string) => unknown): Cargo {
  const artifacts = Object.entries(manifest.artifacts);
  const known = new Set([stackType, assetsType, "cdk:tree", "cdk:feature-flag-report"]);
  for (const [id, { type }] of artifacts)
    if (!known.has(type)) throw new Error(`The assembly has ${id} of the kind ${type}, which cannot be carried.`);

  const uploads = new Map<string, Upload>();
  const templates = new Map<string, string>();
  const buckets = new Set<string>();
  for (const [id, { type, properties }] of artifacts) {
    if (type !== assetsType) continue;
    const assets = read(properties?.file ?? "") as AssetManifest & { dockerImages?: object };
    if (Object.keys(assets.dockerImages ?? {}).length) throw new Error(`${id} has container images, which cannot be carried.`);
    for (const { source, destinations } of Object.values(assets.files ?? {})) {
      const [destination, ...others] = Object.values(destinations);
      if (!source.path || !destination || others.length)
        throw new Error(`${id} has an asset that is not one file for one place.`);
      buckets.add(destination.bucketName);
      if (source.path.endsWith(".template.json")) templates.set(source.path, destination.objectKey);
      else
        uploads.set(destination.objectKey, {
          path: source.path,
          packaging: source.packaging === "zip" ? "zip" : "file",
          key: destination.objectKey,
        });
    }
  }
  const [bucketName, ...others] = buckets;
  if (!bucketName || others.length) throw new Error(`The assets go to ${buckets.size} buckets: one is expected.`);

  const nameOf = (id: string) => manifest.artifacts[id]?.properties?.stackName ?? id;
  const stacks = artifacts
    .filter(([, { type }]) => type === stackType)
    .map(([id, { properties = {}, dependencies = [] }]): CarriedStack => {
      const templateFile = properties.templateFile ?? "";
      const templateKey = templates.get(templateFile);
      if (!templateKey) throw new Error(`The template of ${id} is not among its assets.`);
      const template = read(templateFile) as Template;
      return {
        name: nameOf(id),
        templateFile,
        templateKey,
        parameters: properties.parameters ?? {},
        capabilities: capabilitiesOf(template),
        tags: properties.tags ?? {},
        protect: properties.terminationProtection ?? false,
        after: dependencies.filter((other) => manifest.artifacts[other]?.type === stackType).map(nameOf),
        outputs: Object.keys(template.Outputs ?? {}).filter((name) => !name.startsWith("ExportsOutput")),
      };
    });
  return { bucketName, uploads: [...uploads.values()], stacks: inOrder(stacks) };
}

/** What CloudFormation wants to be told beforehand: that a template makes roles, names them, or uses macros. */
function capabilitiesOf({ Resources, Transform }: Template): string[] {
  const resources = Object.values(Resources).filter(({ Type }) => Type.startsWith("AWS::IAM::"));
  const named = resources.some(({ Properties = {} }) =>
    ["RoleName", "UserName", "GroupName", "ManagedPolicyName"].some((name) => name in Properties),
  );
  return [
    ...(named ? ["CAPABILITY_NAMED_IAM"] : resources.length ? ["CAPABILITY_IAM"] : []),
    ...(Transform ? ["CAPABILITY_AUTO_EXPAND"] : []),
  ];
}

function inOrder(stacks: readonly CarriedStack[]): CarriedStack[] {
  const done: CarriedStack[] = [];
  while (done.length < stacks.length) {
    const next = stacks.filter(
      (stack) => !done.includes(stack) && stack.after.every((name) => done.some((other) => other.name === name)),
    );
    if (!next.length) throw new Error("The stacks of the assembly wait for each other in a circle.");
    done.push(...next);
  }
  return done;
}
