import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type AssemblyManifest, cargoOf } from "../../infra/carry.ts";

/** A recorded assembly: two stacks, of whose resources a few are kept. */
const folder = join(import.meta.dirname, "fixtures/assembly");
const text = (file: string) => readFileSync(join(folder, file), "utf8");
const read = (file: string): unknown => JSON.parse(text(file));
const manifest = () => structuredClone(read("manifest.json") as AssemblyManifest);
const codeKey = "3a2cc8d2f6e589005478e9092041e826d3e46a279d902bc3207fd2812e8267d7.zip";

describe("the cargo of an assembly", () => {
  const cargo = cargoOf(manifest(), read);

  it("has the data first, then what uses it", () => {
    expect(cargo.stacks.map(({ name, after }) => [name, after])).toEqual([
      ["lingxi-dev-data", []],
      ["lingxi-dev-app", ["lingxi-dev-data"]],
    ]);
  });

  it("has each asset once, a folder as a zip, and no template among them", () => {
    expect(cargo.uploads).toEqual([{ path: `asset.${codeKey.replace(".zip", "")}`, packaging: "zip", key: codeKey }]);
    expect(cargo.stacks.every(({ templateKey }) => /^[0-9a-f]{64}\.json$/.test(templateKey))).toBe(true);
  });

  it("keeps what the templates ask for: roles, tags, protection, and the outputs for people", () => {
    const [data, app] = cargo.stacks;
    expect(data).toMatchObject({
      capabilities: [],
      protect: true,
      outputs: [],
      tags: { app: "lingxi", stage: "dev" },
      parameters: {},
    });
    expect(app).toMatchObject({
      capabilities: ["CAPABILITY_IAM"],
      protect: true,
      outputs: ["Origin", "SiteBucket", "Distribution"],
    });
  });

  it("tells of named roles and macros", () => {
    const changed = (file: string) =>
      file === "lingxi-dev-app.template.json"
        ? {
            Transform: "AWS::LanguageExtensions",
            Resources: { Role: { Type: "AWS::IAM::Role", Properties: { RoleName: "mine" } } },
          }
        : read(file);
    expect(cargoOf(manifest(), changed).stacks[1]?.capabilities).toEqual(["CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"]);
  });

  it("is refused where something of it would be left behind", () => {
    const images = (file: string) => (file.endsWith(".assets.json") ? { files: {}, dockerImages: { a: {} } } : read(file));
    expect(() => cargoOf(manifest(), images)).toThrow(/container images, which cannot be carried/);
    const nested = { artifacts: { ...manifest().artifacts, inner: { type: "cdk:cloud-assembly" } } };
    expect(() => cargoOf(nested, read)).toThrow(/inner of the kind cdk:cloud-assembly/);
    const { "lingxi-dev-data": data, ...rest } = manifest().artifacts;
    const circle = {
      artifacts: { ...rest, "lingxi-dev-data": { type: data?.type ?? "", ...data, dependencies: ["lingxi-dev-app"] } },
    };
    expect(() => cargoOf(circle, read)).toThrow(/wait for each other in a circle/);
  });
});

describe("sst.config.ts", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.unstubAllEnvs();
  });

  /** What Pulumi was asked to make, in order. A value known later is known at once here. */
  const deploy = async () => {
    const made: { kind: string; name: string; args: Record<string, unknown>; options?: Record<string, unknown> }[] = [];
    const known = <T>(value: T) => ({ value, apply: <U>(change: (value: T) => U) => known(change(value)) });
    const recorder = (kind: string, attributes: Record<string, unknown> = {}) =>
      class {
        constructor(name: string, args: Record<string, unknown>, options?: Record<string, unknown>) {
          made.push({ kind, name, args, ...(options ? { options } : {}) });
          Object.assign(this, attributes, { of: name });
        }
      };
    vi.stubEnv("LINGXI_ASSEMBLY", folder);
    vi.stubGlobal("$config", (config: unknown) => config);
    vi.stubGlobal("$app", { stage: "dev" });
    vi.stubGlobal("$cli", { paths: { root: "/project" } });
    vi.stubGlobal("$asset", (path: string) => ({ asset: path }));
    vi.stubGlobal("aws", {
      s3: {
        Bucket: recorder("bucket", {
          bucket: known("assembly-1a2b"),
          bucketRegionalDomainName: known("assembly-1a2b.s3.cn-north-1.amazonaws.com.cn"),
        }),
        BucketPublicAccessBlock: recorder("closed"),
        BucketObjectv2: recorder("object"),
      },
      cloudformation: {
        Stack: recorder("stack", {
          outputs: known({ Origin: "https://lingxi.example", SiteBucket: "site", Distribution: "E1" }),
        }),
      },
    });
    const path = "../../sst.config.ts";
    const { default: config } = (await import(path)) as {
      default: { app(input: { stage: string }): object; run(): Promise<Record<string, { value: string }>> };
    };
    return { config, outputs: await config.run(), made };
  };

  it("makes one closed bucket, an object for each file and a stack for each template, and nothing else", async () => {
    const { made, outputs } = await deploy();
    expect(made.map(({ kind }) => kind)).toEqual(["bucket", "closed", "object", "object", "stack", "object", "stack"]);
    expect(made[1]?.args).toMatchObject({
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    expect(made[2]?.args).toMatchObject({
      key: codeKey,
      source: { asset: join(folder, `asset.${codeKey.replace(".zip", "")}`) },
    });
    expect(outputs.Origin?.value).toBe("https://lingxi.example");
  });

  it("deploys stack after stack, each from its template, protected from being deleted", async () => {
    const { made } = await deploy();
    const [data, app] = made.filter(({ kind }) => kind === "stack");
    const url = data?.args.templateUrl as { value: string } | undefined;
    expect(url?.value).toMatch(/^https:\/\/assembly-1a2b\.s3\.cn-north-1\.amazonaws\.com\.cn\/[0-9a-f]{64}\.json$/);
    expect(app?.args).toMatchObject({ name: "lingxi-dev-app", capabilities: ["CAPABILITY_IAM"], tags: { stage: "dev" } });
    expect(app?.options).toMatchObject({ protect: true });
    expect((app?.options?.dependsOn as { of: string }[] | undefined)?.map(({ of }) => of)).toEqual(
      expect.arrayContaining([codeKey, "lingxi-dev-data"]),
    );
  });

  it("brings the same templates as the CDK: only the name of the bucket for assets is another", async () => {
    const { made } = await deploy();
    const templates = made
      .filter(({ kind, args }) => kind === "object" && "content" in args)
      .map(({ args }) => (args.content as { value: string }).value);
    const original = ["lingxi-dev-data", "lingxi-dev-app"].map((name) => text(`${name}.template.json`));
    expect(templates.map((template) => template.replaceAll("assembly-1a2b", cargoOf(manifest(), read).bucketName))).toEqual(
      original,
    );
    expect(original[1]).toContain("cdk-hnb659fds-assets");
    expect(templates[1]).not.toContain("cdk-hnb659fds");
  });

  it("keeps production from being removed", async () => {
    const { config } = await deploy();
    expect(config.app({ stage: "prod" })).toMatchObject({ name: "lingxi", protect: true, removal: "retain" });
    expect(config.app({ stage: "dev" })).toMatchObject({ protect: false });
  });
});
