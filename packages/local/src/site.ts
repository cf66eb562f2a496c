import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { HeadObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";

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

/** Uploads the files of the site's build that the bucket does not hold as they are. @returns how many it uploaded */
export async function uploadAssets(client: S3Client, bucket: string, folder: string): Promise<number> {
  if (!existsSync(folder)) return 0;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const uploaded = await Promise.all(
    files.map(async (file) => {
      const Key = relative(folder, file).split(sep).join("/");
      const Body = await readFile(file);
      if ((await etag(client, bucket, Key)) === `"${createHash("md5").update(Body).digest("hex")}"`) return 0;
      // Astro puts a digest into the names below _astro.
      const CacheControl = Key.startsWith("_astro/")
        ? "public, max-age=31536000, immutable"
        : "public, max-age=0, must-revalidate";
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key,
          Body,
          ContentType: types[extname(file)] ?? "application/octet-stream",
          CacheControl,
        }),
      );
      return 1;
    }),
  );
  return uploaded.reduce<number>((sum, n) => sum + n, 0);
}

async function etag(client: S3Client, Bucket: string, Key: string): Promise<string | undefined> {
  try {
    return (await client.send(new HeadObjectCommand({ Bucket, Key }))).ETag;
  } catch (error) {
    if (["NotFound", "NoSuchKey"].includes((error as Error).name)) return undefined;
    throw error;
  }
}
