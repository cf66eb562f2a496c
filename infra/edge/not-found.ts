import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";

const client = new S3Client({});

/**
 * Answers what the site's bucket does not have with the site's own 404 page, in the language of the path. CloudFront's error pages cannot do
 * it: they would also replace what the API says with 403 and 404.
 */
export async function handler({ rawPath = "/" }: { rawPath?: string }) {
  const english = rawPath === "/en" || rawPath.startsWith("/en/");
  const Key = english ? "en/404.html" : "404.html";
  const page = await client
    .send(new GetObjectCommand({ Bucket: process.env["SITE_BUCKET"], Key }))
    .then(({ Body }) => Body?.transformToString())
    .catch((error: unknown) => {
      console.error(JSON.stringify({ level: "error", message: "no 404 page", key: Key, error: error instanceof Error ? error.name : typeof error }));
    });
  return {
    statusCode: 404,
    headers: { "content-type": page ? "text/html; charset=utf-8" : "text/plain; charset=utf-8", "cache-control": "public, max-age=10" },
    body: page ?? (english ? "There is no such page." : "没有这个页面。"),
  };
}
