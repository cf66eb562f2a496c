import { uploadLimit } from "@lingxi/core/picture/schema";
import { mayAsk, refusal } from "@lingxi/core/platform/command";
import type { Context } from "hono";
import { formFields } from "../api/middleware/valid.ts";
import type { Env } from "../api/types.ts";

interface Upload {
  /** Empty when none was sent; the verb says so in its own words. Never more than one byte over the limit. */
  readonly file: Uint8Array<ArrayBuffer>;
  readonly name: string;
  text(name: string): string;
}

/** Reads a multipart body, for those who may call the verb: nobody else's file is looked into. */
export async function upload(c: Context<Env>, verb: Parameters<typeof mayAsk>[1], limit = uploadLimit): Promise<Upload> {
  if (!mayAsk(c.var.ctx.actor, verb)) throw refusal(c.var.ctx);
  const body = await formFields(c);
  const { file } = body;
  return {
    file: file instanceof File ? new Uint8Array(await file.slice(0, limit + 1).arrayBuffer()) : new Uint8Array(),
    name: file instanceof File ? file.name : "",
    text(name) {
      const value = body[name];
      return typeof value === "string" ? value : "";
    },
  };
}
