import type { Context } from "hono";
import type { Env } from "./api/types.ts";

export const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A file for who asked, kept by nobody on the way. */
export function file(
  c: Context<Env>,
  bytes: Uint8Array,
  type: string,
  name: string,
  headers: Record<string, string> = {},
): Response {
  const named = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (x) => `%${x.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    ...headers,
    "content-type": type,
    "content-disposition": `attachment; filename*=UTF-8''${named}`,
    "cache-control": "no-store",
  });
}
