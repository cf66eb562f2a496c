import { GetObjectCommand, NoSuchKey, S3Client } from "@aws-sdk/client-s3";
import { movedKey } from "@lingxi/core/platform/objects";
import { pageAddress } from "./address.ts";

const client = new S3Client({});

interface Answer {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
  isBase64Encoded: boolean;
}

/**
 * Serves the site's files where CloudFront itself cannot: everywhere it answers what the bucket does not have with the site's own 404 page
 * (CloudFront's error pages would also replace what the API says with 403 and 404), and in China, which has no CloudFront functions, all pages.
 */
export async function handler({ rawPath = "/" }: { rawPath?: string }): Promise<Answer> {
  const { file, location } = pageAddress(rawPath);
  if (location) return { statusCode: 301, headers: { location }, body: "", isBase64Encoded: false };
  const missing = rawPath === "/en" || rawPath.startsWith("/en/") ? "en/404.html" : "404.html";
  const key = (file ?? "/").slice(1);
  return (
    (await read(key, 200)) ??
    (await leadOn(key)) ??
    (await read(missing, 404)) ?? {
      statusCode: 404,
      headers: { "content-type": "text/plain; charset=utf-8" },
      body: "没有这个页面。 There is no such page.",
      isBase64Encoded: false,
    }
  );
}

/** To where a page has moved. */
async function leadOn(key: string): Promise<Answer | undefined> {
  const moved = key.endsWith("/index.html") ? await read(movedKey(key), 200) : undefined;
  if (!moved) return undefined;
  const location = Buffer.from(moved.body, "base64").toString("utf8");
  return { statusCode: 301, headers: { location, "cache-control": "public, max-age=60" }, body: "", isBase64Encoded: false };
}

async function read(path: string, statusCode: number): Promise<Answer | undefined> {
  let key: string;
  try {
    key = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  try {
    const { Body, ContentType, CacheControl } = await client.send(
      new GetObjectCommand({ Bucket: process.env.SITE_BUCKET, Key: key }),
    );
    const body = (await Body?.transformToString("base64")) ?? "";
    const headers = {
      "content-type": ContentType ?? "application/octet-stream",
      "cache-control": statusCode === 404 ? "public, max-age=10" : (CacheControl ?? "public, max-age=60"),
    };
    return { statusCode, headers, body, isBase64Encoded: true };
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}
