import { createHash } from "node:crypto";
import type { printPaper, sharePicture } from "@lingxi/core/paper";
import type { Context } from "hono";
import type { Env } from "../api/types.ts";

type Made = Exclude<Awaited<ReturnType<typeof sharePicture | typeof printPaper>>, { readonly path: string }>;
type File = Awaited<ReturnType<Made["make"]>> & { readonly tag: string };

/** An edit shows within these times: a reader's copy is asked for again after five minutes, the edge's after one. */
export const cache = "public, max-age=300, s-maxage=60";

/** The last files by what they were made of, the latest last: somebody who shares a thing makes many ask for the same picture. */
const latest = new Map<string, Promise<File>>();
const most = 48;

function fileOf({ of, make }: Made): Promise<File> {
  const known = latest.get(of);
  latest.delete(of);
  const file =
    known ??
    make().then(({ bytes, type }) => ({
      bytes,
      type,
      tag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"`,
    }));
  latest.set(of, file);
  if (!known) file.catch(() => latest.delete(of));
  for (const oldest of latest.keys()) {
    if (latest.size <= most) break;
    latest.delete(oldest);
  }
  return file;
}

/** Answers with a file, or with 304 to who has it; `headers` go with the file. */
export async function deliver(c: Context<Env>, made: Made, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const { bytes, type, tag } = await fileOf(made);
  c.header("etag", tag);
  c.header("cache-control", cache);
  const theirs = (c.req.header("if-none-match") ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  if (theirs.includes(tag) || theirs.includes("*")) return c.body(null, 304);
  const file = { ...headers, "content-type": type, "content-length": String(bytes.length) };
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, file);
}
