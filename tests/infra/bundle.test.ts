import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { bundle } from "../../infra/bundle.ts";
import { sampleTree } from "./tree.ts";

const root = sampleTree(
  {
    "small.ts":
      'import { S3Client } from "@aws-sdk/client-s3";\nimport { createTransport } from "nodemailer";\nexport const handler = async () => [typeof S3Client, typeof createTransport, (await import("./rare.ts")).rare];\n',
    "rare.ts": 'export const rare = "rare";\n',
  },
  "bundle",
);
const make = (name: string) => ({
  outdir: join(root, name),
  ...bundle({ entry: join(root, "small.ts"), outdir: join(root, name) }),
});
const digest = (folder: string) =>
  readdirSync(folder)
    .sort()
    .map((file) => [
      file,
      createHash("sha256")
        .update(readFileSync(join(folder, file)))
        .digest("hex"),
    ]);

describe("a bundle", () => {
  const one = make("one");

  it("runs where nothing is installed, CommonJS parts and rare chunks included", () => {
    const code = `import { handler } from ${JSON.stringify(pathToFileURL(join(one.outdir, "index.mjs")).href)}; console.log(JSON.stringify(await handler()));`;
    expect(execFileSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" }).trim()).toBe(
      '["function","function","rare"]',
    );
  });

  it("is the same for the same sources", () => expect(digest(make("two").outdir)).toEqual(digest(one.outdir)));

  it("keeps source maps beside the package, not in it", () => {
    expect(readdirSync(one.outdir).filter((file) => file.endsWith(".map"))).toEqual([]);
    expect(existsSync(join(`${one.outdir}.maps`, "index.mjs.map"))).toBe(true);
    expect(readFileSync(join(one.outdir, "index.mjs"), "utf8")).not.toContain("sourceMappingURL");
  });

  it("has the environment's credentials instead of the whole chain of sources", () => {
    expect(one.modules).toContain("infra/lambda-credentials.ts");
    expect(one.modules.filter((module) => /credential-provider-(node|sso|ini|process)/.test(module))).toEqual([]);
  });

  it("counts what is loaded at the start, not what is loaded when needed", () => {
    const all = readdirSync(one.outdir).reduce((sum, file) => sum + readFileSync(join(one.outdir, file)).length, 0);
    expect(one.bytes).toBeLessThan(all);
    expect(one.bytes).toBeGreaterThan(readFileSync(join(one.outdir, "index.mjs")).length - 1);
  });
});

describe("the functions that the public meets", () => {
  const repository = join(import.meta.dirname, "../..");
  /** Bytes in all, and of these what is loaded before the first request. */
  const sizes = (name: string) => {
    const outdir = join(root, name);
    const { bytes: start } = bundle({ entry: join(repository, `functions/src/${name}/handler.ts`), outdir });
    const all = readdirSync(outdir).reduce((sum, file) => sum + readFileSync(join(outdir, file)).length, 0);
    return { all, start };
  };

  // What people do with their listings is loaded by the first request for one of three kinds, so their sum weighs less than the start.
  it.each([
    ["api", 450_000],
    ["listings", 470_000],
  ])("stay small: %s", (name, most) => {
    const { all, start } = sizes(name);
    expect(all).toBeLessThanOrEqual(most);
    // The table's client, hono and who acts; schemas come with the capability that needs them.
    expect(start).toBeLessThan(260_000);
  });
});
