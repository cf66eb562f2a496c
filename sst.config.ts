/// <reference path="./.sst/platform/config.d.ts" />

/** SST carries what infra/ synthesises; nothing is defined here (docs/decisions/0002-sst-carries-cdk.md). */
export default $config({
  app: (input) => ({
    name: "lingxi",
    home: "aws",
    protect: input?.stage === "prod",
    removal: "retain",
  }),
  async run() {
    const { execFileSync } = await import("node:child_process");
    const { readFileSync } = await import("node:fs");
    const { join } = await import("node:path");
    const { cargoOf } = await import("./infra/carry.ts");
    const { carry } = await import("./infra/carrier.ts");

    const root = $cli.paths.root;
    // An assembly that was synthesised, and read, before.
    const given = process.env.LINGXI_ASSEMBLY;
    const folder = given ?? join(root, ".sst/assembly");
    if (!given)
      execFileSync("npx", ["cdk", "synth", "--quiet", "--output", folder, "--context", `stage=${$app.stage}`], {
        cwd: root,
        stdio: "inherit",
      });

    const place = {
      path: (file: string) => join(folder, file),
      text: (file: string) => readFileSync(join(folder, file), "utf8"),
    };
    const read = (file: string): unknown => JSON.parse(place.text(file));
    const cargo = cargoOf(read("manifest.json") as Parameters<typeof cargoOf>[0], read);
    return carry(
      cargo,
      {
        bucket(name, tags) {
          const bucket = new aws.s3.Bucket(name, { forceDestroy: true, tags });
          new aws.s3.BucketPublicAccessBlock(name, {
            bucket: bucket.bucket,
            blockPublicAcls: true,
            blockPublicPolicy: true,
            ignorePublicAcls: true,
            restrictPublicBuckets: true,
          });
          return bucket;
        },
        object: (name, args, options) => new aws.s3.BucketObjectv2(name, args, options),
        stack: (name, args, options) => new aws.cloudformation.Stack(name, args, options),
        asset: (path) => $asset(path),
      },
      place,
    );
  },
});
