import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { assetsIn } from "./site.ts";

const folder = mkdtempSync(join(tmpdir(), "lingxi-assets-"));
afterAll(() => rmSync(folder, { recursive: true }));

function filesIn(name: string, files: readonly string[]): string {
  for (const file of files) {
    mkdirSync(dirname(join(folder, name, file)), { recursive: true });
    writeFileSync(join(folder, name, file), file);
  }
  return join(folder, name);
}

describe("the site's assets", () => {
  it("go up with their kind, those with a digest in their name for a year", () => {
    const assets = assetsIn(filesIn("known", ["_astro/a.1b2c.js", "favicon.svg"]));
    expect(assets.map(({ key, type, cache }) => [key, type, cache])).toEqual([
      ["_astro/a.1b2c.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"],
      ["favicon.svg", "image/svg+xml", "public, max-age=0, must-revalidate"],
    ]);
  });

  it("of an unknown kind are an error", () => {
    expect(() => assetsIn(filesIn("unknown", ["what.xyz"]))).toThrow(/what\.xyz is of a kind/);
  });
});
