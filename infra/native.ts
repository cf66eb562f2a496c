import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fontFiles } from "@lingxi/core/platform/paper/fonts";

/**
 * Puts the picture library, built for Lambda's processor, into a package. npm fetches it once into `.cache/`, in the version that the tree has.
 * @throws Error that says what to do without a registry
 */
export function addPictureLibrary(root: string, outdir: string): void {
  const { version } = JSON.parse(readFileSync(join(root, "node_modules/sharp/package.json"), "utf8")) as { version: string };
  const cache = join(root, ".cache", `sharp-${version}-linux-arm64`);
  if (!existsSync(cache)) {
    const half = `${cache}.${process.pid}`;
    mkdirSync(half, { recursive: true });
    try {
      const platform = ["--os=linux", "--cpu=arm64", "--libc=glibc"];
      execFileSync("npm", ["install", "--prefix", half, "--no-save", "--ignore-scripts", ...platform, `sharp@${version}`], {
        stdio: "pipe",
      });
      renameSync(half, cache);
    } catch {
      rmSync(half, { recursive: true, force: true });
      throw new Error(
        `npm could not fetch sharp ${version} for linux-arm64. Synthesise with the registry in reach, or leave it out with -c skipNative=true.`,
      );
    }
  }
  cpSync(join(cache, "node_modules"), join(outdir, "node_modules"), {
    recursive: true,
    filter: (path) => !/\.(md|d\.[cm]?ts|map)$|\.package-lock\.json$|\/\.bin(\/|$)/.test(path),
  });
}

/** Puts the fonts of pictures and papers, with their licence, into a package. They come with the tree's own packages. */
export function addFonts(root: string, outdir: string): void {
  const installed = join(root, "node_modules/@expo-google-fonts/noto-sans-sc");
  for (const file of [...Object.values(fontFiles), "LICENSE_FONT"]) {
    mkdirSync(dirname(join(outdir, "fonts", file)), { recursive: true });
    cpSync(join(installed, file), join(outdir, "fonts", file));
  }
}

/** Puts the solver's WebAssembly beside the function, where its script looks for it. */
export function addSolver(root: string, outdir: string): void {
  cpSync(join(root, "node_modules/cadical-wasm/dist/cadical.wasm"), join(outdir, "cadical.wasm"));
}
