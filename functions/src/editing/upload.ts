import { uploadLimit } from "@lingxi/core/picture/schema";
import { mayAsk, refusal } from "@lingxi/core/platform/command";
import { DomainError } from "@lingxi/core/platform/error";
import { fileTooLarge, sheetLimits } from "@lingxi/core/platform/sheet/refusals";
import type { Context } from "hono";
import { formFields } from "../api/middleware/valid.ts";
import type { Env } from "../api/types.ts";

interface Upload {
  /** Empty when none was sent; the verb says so in its own words. Never more than one byte over the limit. */
  readonly file: Uint8Array<ArrayBuffer>;
  readonly name: string;
  /** Bytes of what was sent. */
  readonly size: number;
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
    size: file instanceof File ? file.size : 0,
    text(name) {
      const value = body[name];
      return typeof value === "string" ? value : "";
    },
  };
}

/** The same of a table of rows. @throws DomainError `import.too-large` with the size that it has */
export async function uploadSheet(c: Context<Env>, verb: Parameters<typeof mayAsk>[1]): Promise<Upload> {
  const sent = await upload(c, verb, sheetLimits.bytes);
  if (sent.size > sheetLimits.bytes)
    throw new DomainError(fileTooLarge, { params: { size: (sent.size / 1_000_000).toFixed(1) } });
  return sent;
}
