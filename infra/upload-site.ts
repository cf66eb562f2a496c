import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, resolve, sep } from "node:path";
import { PutObjectCommand, type PutObjectCommandInput, S3Client } from "@aws-sdk/client-s3";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
};

/**
 * The styles, scripts and pictures of the site's build as objects. Those under `_astro/` have their content's hash in their name and are kept for
 * a year; a kind of file that is not known is an error, since a browser would not use it.
 */
export function assetsOf(folder: string, Bucket: string): PutObjectCommandInput[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const Key = relative(folder, join(parentPath, name)).split(sep).join("/");
      const ContentType = types[extname(name)];
      if (!ContentType) throw new Error(`${Key} is of a kind that infra/upload-site.ts does not know.`);
      const CacheControl = Key.startsWith("_astro/")
        ? "public, max-age=31536000, immutable"
        : "public, max-age=0, must-revalidate";
      return { Bucket, Key, ContentType, CacheControl, Body: readFileSync(join(parentPath, name)) };
    });
}

if (import.meta.main) {
  const bucket = process.argv[2];
  if (!bucket) throw new Error("Which bucket? node infra/upload-site.ts <the output SiteBucket>");
  const client = new S3Client({});
  const assets = assetsOf(resolve(import.meta.dirname, "../site/dist/client"), bucket);
  for (const asset of assets) await client.send(new PutObjectCommand(asset));
  console.log(`${assets.length} files are in ${bucket}.`);
}
