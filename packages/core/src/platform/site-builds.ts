import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { entity } from "./entity.ts";
import type { Objects } from "./objects.ts";
import type { Render } from "./render.ts";

/** A build of the site that is kept: its renderer in the private store, its styles and scripts on the site. */
export interface SiteBuild {
  readonly version: string;
  /** When it was registered last; ISO 8601. */
  readonly since: string;
}

/** Which builds there are, and with which of them pages are made. */
export interface SiteVersionsRecord {
  /** Pages are made with this one from now on. Absent before the first is registered. */
  readonly live?: string;
  /** The one that was live before. */
  readonly before?: string;
  /** The one with which all pages were made last; another than `live` while, or until, everything is published anew. */
  readonly shown?: string;
  /** An operator chose `live`: a newer build does not take its place by itself. */
  readonly pinned: boolean;
  /** The newest first. */
  readonly builds: readonly SiteBuild[];
}

export const SiteVersions = entity<SiteVersionsRecord, object>({
  type: "site-versions",
  key: () => ({ pk: "setting#site-versions", sk: "setting" }),
});

/** A build's name: the digest of its one file, `entry.mjs`, which names every style and script by a digest of theirs. */
export const versionOf = (renderer: Uint8Array): string => createHash("sha256").update(renderer).digest("hex").slice(0, 12);

/** Where a build lies in the private store. */
export const buildKeys = {
  renderer: (version: string) => `site-builds/${version}/entry.mjs`,
  /** A JSON list of what it has on the site, `_astro/…`. */
  assets: (version: string) => `site-builds/${version}/assets.json`,
};

/** Loads a build from the private store, by way of a file that only this process can read. @throws Error when it is not there or not whole */
export async function loadBuild(objects: Objects, version: string): Promise<Render> {
  const stored = await objects.get("private", buildKeys.renderer(version));
  if (!stored) throw new Error(`the site's build ${version} is not in the store`);
  if (versionOf(stored.body) !== version) throw new Error(`the site's build ${version} in the store is not what it was`);
  const folder = await mkdtemp(join(tmpdir(), "lingxi-site-"));
  try {
    const file = join(folder, `${version}.mjs`);
    await writeFile(file, stored.body);
    return rendererOf(await import(/* @vite-ignore */ pathToFileURL(file).href));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @throws Error when the module has no renderer */
export function rendererOf(module: unknown): Render {
  const { render } = module as { render?: Render };
  if (typeof render !== "function") throw new Error("the site's build has no render");
  return render;
}
