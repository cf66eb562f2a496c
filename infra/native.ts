import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

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
