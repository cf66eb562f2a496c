import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { build } from "esbuild";

/**
 * Makes one file of the build, `entry.mjs`, with every package that it imports: so it can be kept, and be run where nothing is installed. The same
 * sources give the same bytes in whatever folder they lie, since a build is named by the digest of this file.
 * @param folder `dist/server`
 * @param root the site's own folder
 */
export async function makeSingleFile(folder: string, root: string): Promise<void> {
  const entry = join(folder, "entry.mjs");
  await nameAlike(folder, dirname(root.replace(/[\\/]$/, "")));
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    write: false,
    bundle: true,
    platform: "node",
    target: "node24",
    format: "esm",
    minify: true,
    charset: "utf8",
    legalComments: "none",
    mainFields: ["module", "main"],
    define: { "process.env.NODE_ENV": '"production"' },
    banner: {
      js: 'import{createRequire as lingxiCreateRequire}from"node:module";const require=lingxiCreateRequire(import.meta.url);',
    },
    logLevel: "warning",
  });
  const [made] = outputFiles;
  if (!made || outputFiles.length > 1) throw new Error("The renderer is not one file.");
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
  await writeFile(entry, made.text);
}

/** Parts are named by where they lay when they were built; only that the names are the same on both sides counts. */
async function nameAlike(folder: string, tree: string): Promise<void> {
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".mjs"));
  const names = new Map<string, string>();
  for (const file of files) {
    const name = basename(file).replace(/_[\w-]{8}\.mjs$/, ".mjs");
    if (![...names.values()].includes(name)) names.set(basename(file), name);
  }
  for (const file of files) {
    let text = await readFile(join(folder, file), "utf8");
    for (const [old, name] of names) text = text.replaceAll(`/${old}`, `/${name}`);
    await rm(join(folder, file));
    await writeFile(join(folder, dirname(file), names.get(basename(file)) ?? basename(file)), text.replaceAll(tree, "/lingxi"));
  }
}
