import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildSync } from "esbuild";

export interface Bundle {
  /** Bytes of what is loaded at the start: the entry and what it imports statically. */
  readonly bytes: number;
  /** Source files of which something is left, relative to the tree. */
  readonly modules: readonly string[];
}

interface BundleOptions {
  readonly entry: string;
  readonly outdir: string;
  /** `environment`: only what Lambda gives, 130 kB less; `any`: every way that the SDK knows, as it comes. */
  readonly credentials?: "environment" | "any";
}

const tree = resolve(import.meta.dirname, "..");
// Long names: esbuild does not know them, and must not choose the same when it shortens.
const requireForEsm =
  'import{createRequire as lingxiCreateRequire}from"node:module";const require=lingxiCreateRequire(import.meta.url);\n';

/**
 * Bundles one entry file for Lambda into `outdir/index.mjs`, with chunks beside it for what is imported when needed. The same sources
 * give the same bytes. Source maps go to `outdir` + `.maps`, outside of the package.
 */
export function bundle({ entry, outdir, credentials = "environment" }: BundleOptions): Bundle {
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: tree,
    entryPoints: [{ in: entry, out: "index" }],
    outdir,
    write: false,
    bundle: true,
    platform: "node",
    target: "node24",
    format: "esm",
    splitting: true,
    minify: true,
    metafile: true,
    sourcemap: "external",
    charset: "utf8",
    legalComments: "none",
    mainFields: ["module", "main"],
    outExtension: { ".js": ".mjs" },
    chunkNames: "chunk-[hash]",
    external: ["sharp"],
    define: { "process.env.NODE_ENV": '"production"' },
    ...(credentials === "environment"
      ? {
          alias: {
            "@aws-sdk/credential-provider-node": join(import.meta.dirname, "lambda-credentials.ts"),
            "@smithy/core/event-streams": join(import.meta.dirname, "lambda-event-streams.ts"),
          },
        }
      : {}),
    logLevel: "warning",
  });
  const name = (path: string) => resolve(tree, path).slice(resolve(outdir).length + 1);
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [name(path), output]));
  const reach = (kinds: readonly string[], at = "index.mjs", found = new Set<string>()): Set<string> => {
    if (found.has(at)) return found;
    found.add(at);
    for (const { path, kind, external } of outputs.get(at)?.imports ?? [])
      if (!external && kinds.includes(kind)) reach(kinds, name(path), found);
    return found;
  };
  // A chunk that only dropped code imported is made all the same: it stays out of the package.
  const kept = reach(["import-statement", "dynamic-import"]);
  const maps = `${outdir}.maps`;
  for (const folder of [outdir, maps]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  const sizes = new Map<string, number>();
  for (const { path, text } of outputFiles) {
    const file = name(path);
    if (kept.has(file)) {
      const code = text.includes("Dynamic require of") ? requireForEsm + text : text;
      writeFileSync(join(outdir, file), code);
      sizes.set(file, Buffer.byteLength(code));
    } else if (file.endsWith(".map")) writeFileSync(join(maps, file), text);
  }
  return {
    bytes: [...reach(["import-statement"])].reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0),
    modules: [
      ...new Set(
        [...kept].flatMap((file) =>
          Object.entries(outputs.get(file)?.inputs ?? {}).flatMap(([path, { bytesInOutput }]) => (bytesInOutput ? [path] : [])),
        ),
      ),
    ],
  };
}
