import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

export const repository = resolve(import.meta.dirname, "../..");

/** A small tree of files, for what must not depend on the real ones. It lies inside the repository, so that packages resolve. */
export function sampleTree(files: Readonly<Record<string, string>>, name: string): string {
  const root = join(repository, ".cache", "test-trees", name);
  rmSync(root, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
