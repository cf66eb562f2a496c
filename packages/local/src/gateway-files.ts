import type { IncomingMessage, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { GetObjectCommand, type GetObjectCommandOutput, HeadObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { movedKey } from "@lingxi/core/platform/objects";
import { compressible, compressor, encodingFor, worthwhile } from "./compress.ts";

/** Bytes of compressed files that are kept in memory. */
const room = 16 * 1024 * 1024;
const { compress } = compressor(room);

/** Serves the site's bucket as CloudFront and its viewer function do. */
export function siteFiles(client: S3Client, bucket: string) {
  const orNothing = async <T>(answer: Promise<T>): Promise<T | undefined> => {
    try {
      return await answer;
    } catch (error) {
      if (["NoSuchKey", "NotFound"].includes((error as Error).name)) return undefined;
      throw error;
    }
  };
  const read = (key: string) => orNothing(client.send(new GetObjectCommand({ Bucket: bucket, Key: key })));
  const exists = async (key: string) =>
    Boolean(await orNothing(client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }))));

  return async function serve(request: IncomingMessage, response: ServerResponse, path: string, query: string): Promise<void> {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end();
      return;
    }
    const key = keyOf(path);
    const file = key === undefined ? undefined : await read(key);
    if (file) return send(request, response, file, 200);
    if (key !== undefined && !path.endsWith("/") && !/\.[a-z0-9]+$/i.test(path) && (await exists(`${key}/index.html`))) {
      // Starts with exactly one slash: `//other.example/x` would lead away from the site.
      response.writeHead(301, { location: `/${path.replace(/^\/+/, "")}/${query ? `?${query}` : ""}` }).end();
      return;
    }
    const moved = key?.endsWith("/index.html") ? await read(movedKey(key)) : undefined;
    if (moved) {
      response.writeHead(301, { location: (await moved.Body?.transformToString()) || "/" }).end();
      return;
    }
    const missing = await read(path.startsWith("/en/") ? "en/404.html" : "404.html");
    if (missing) return send(request, response, missing, 404);
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("找不到页面 · Page not found\n");
  };
}

/** The object's name for a path; undefined for one that names none. */
export function keyOf(path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (decoded.includes("\0") || decoded.split("/").some((part) => part === "." || part === "..")) return undefined;
  if (decoded === "/console" || decoded.startsWith("/console/")) return "console/index.html";
  const key = decoded.replace(/^\/+/, "");
  return key === "" || key.endsWith("/") ? `${key}index.html` : key;
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  file: GetObjectCommandOutput,
  status: number,
): Promise<void> {
  const body = file.Body as Readable;
  const type = file.ContentType ?? "application/octet-stream";
  const tag = file.ETag ?? "";
  const encoding =
    compressible(type) && worthwhile(file.ContentLength ?? 0)
      ? encodingFor(String(request.headers["accept-encoding"]))
      : undefined;
  const headers: Record<string, string> = {
    "content-type": type,
    etag: encoding ? `W/${tag}` : tag,
    "cache-control": file.CacheControl ?? "no-cache",
  };
  if (compressible(type)) headers.vary = "accept-encoding";
  if (encoding) headers["content-encoding"] = encoding;
  if (file.LastModified) headers["last-modified"] = file.LastModified.toUTCString();
  const known = request.headers["if-none-match"]?.split(/, */).some((one) => one === "*" || one.replace(/^W\//, "") === tag);
  if (status === 200 && known) {
    body.destroy();
    delete headers["content-encoding"];
    response.writeHead(304, headers).end();
    return;
  }
  if (encoding) {
    const packed = await compress(await buffer(body), encoding, tag);
    response
      .writeHead(status, { ...headers, "content-length": packed.length })
      .end(request.method === "HEAD" ? undefined : packed);
    return;
  }
  if (file.ContentLength !== undefined) headers["content-length"] = String(file.ContentLength);
  response.writeHead(status, headers);
  if (request.method === "HEAD") {
    body.destroy();
    response.end();
  } else await pipeline(body, response);
}
