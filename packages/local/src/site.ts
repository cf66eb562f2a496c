import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { HeadObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import type { Ctx } from "@lingxi/core/platform/context";
import { registerBuild } from "@lingxi/core/publication";
import { Refusal } from "./refusal.ts";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".xml": "application/xml",
};

/** A style, script or picture of the site's build, as an object. */
export interface Asset {
  readonly key: string;
  readonly file: string;
  readonly type: string;
  readonly cache: string;
}

/** The files of a build's `client` folder. @throws Error for a kind of file that is not known, since a browser would not use it */
export function assetsIn(folder: string): Asset[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      const key = relative(folder, file).split(sep).join("/");
      const type = types[extname(name)];
      if (!type) throw new Error(`${key} is of a kind that packages/local/src/site.ts does not know.`);
      // Astro puts a digest into the names below _astro.
      const cache = key.startsWith("_astro/") ? "public, max-age=31536000, immutable" : "public, max-age=0, must-revalidate";
      return { key, file, type, cache };
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Uploads those that the bucket does not hold as they are. @returns how many it uploaded */
export async function uploadAssets(client: S3Client, bucket: string, assets: readonly Asset[]): Promise<number> {
  const uploaded = await Promise.all(
    assets.map(async ({ key: Key, file, type: ContentType, cache: CacheControl }) => {
      const Body = await readFile(file);
      if ((await etag(client, bucket, Key)) === `"${createHash("md5").update(Body).digest("hex")}"`) return 0;
      await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body, ContentType, CacheControl }));
      return 1;
    }),
  );
  return uploaded.reduce<number>((sum, n) => sum + n, 0);
}

/** Registers a build of the site (`site/dist`), its styles and scripts first. @returns its version; it is not live by that */
export async function registerSite(ctx: Ctx, client: S3Client, bucket: string, build: string): Promise<string> {
  const entry = join(build, "server/entry.mjs");
  if (!existsSync(entry))
    throw new Refusal(
      `${build} 里没有构建好的网站：请先运行 npm run build:site。`,
      `There is no build of the site in ${build}: run npm run build:site first.`,
    );
  const assets = assetsIn(join(build, "client"));
  await uploadAssets(client, bucket, assets);
  const renderer = new Uint8Array(await readFile(entry));
  const { version } = await registerBuild(ctx, { renderer, assets: assets.map(({ key }) => key) });
  return version;
}

async function etag(client: S3Client, Bucket: string, Key: string): Promise<string | undefined> {
  try {
    return (await client.send(new HeadObjectCommand({ Bucket, Key }))).ETag;
  } catch (error) {
    if (["NotFound", "NoSuchKey"].includes((error as Error).name)) return undefined;
    throw error;
  }
}
