import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Locked {
  readonly link?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly inBundle?: boolean;
  readonly dev?: boolean;
  readonly optional?: boolean;
}
const root = new URL("../../", import.meta.url);
const json = (path: string) => JSON.parse(readFileSync(new URL(path, root), "utf8")) as Record<string, unknown>;
const lock = json("package-lock.json").packages as Record<string, Locked>;

const registry = "https://registry.npmjs.org/";

/**
 * Installed packages that another source than the registry, or other bytes, could stand in for. A bundled one is part of the bytes of its bundle;
 * npm notes no digest for the builds of a developer's tool for platforms that were never installed on.
 */
const loose = (packages: Record<string, Locked>): string[] =>
  Object.entries(packages)
    .filter(([path, { link }]) => path.includes("node_modules/") && !link)
    .filter(([, { integrity, resolved = registry, inBundle, dev, optional }]) => {
      const elsewhere = !resolved.startsWith(registry);
      return elsewhere || (!inBundle && !(dev && optional) && !integrity?.startsWith("sha512-"));
    })
    .map(([path]) => path);

/** What a package.json asks for without one exact version. */
const floating = (file: Record<string, unknown>): string[] =>
  ["dependencies", "devDependencies", "optionalDependencies"]
    .flatMap((kind) => Object.entries((file[kind] ?? {}) as Record<string, string>))
    .filter(([name, version]) => !name.startsWith("@lingxi/") && !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name]) => name);

describe("third-party packages", () => {
  it("are listed with the digest of their bytes, and come from one registry", () => {
    expect(Object.keys(lock).length).toBeGreaterThan(500);
    expect(loose(lock)).toEqual([]);
  });

  it("would be found without a digest, or from elsewhere (control)", () => {
    const [path = "", one = {}] = Object.entries(lock).find(([, { integrity, optional }]) => integrity && !optional) ?? [];
    const { integrity: _, ...bare } = one;
    expect(loose({ [path]: bare })).toEqual([path]);
    expect(loose({ [path]: { ...one, resolved: "https://evil.example/a.tgz" } })).toEqual([path]);
  });

  it("are asked for in exact versions", () => {
    const workspaces = json("package.json").workspaces as string[];
    for (const folder of ["", ...workspaces.map((name) => `${name}/`)])
      expect(floating(json(`${folder}package.json`)), `${folder}package.json`).toEqual([]);
    expect(floating({ dependencies: { a: "^1.0.0", b: "1.0.0" } })).toEqual(["a"]);
  });
});
