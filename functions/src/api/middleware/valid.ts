import type { Verb } from "@lingxi/core/platform/command";
import type { Context } from "hono";
import { validator } from "hono/validator";
import type * as z from "zod";
import type { Env } from "../types.ts";
import { notReadable } from "./errors.ts";

/**
 * Gives a route the types of a verb's input for its JSON body, query or path. Parsing is left to the verb, so that
 * everything is parsed once and refused in one voice.
 */
export const json = <I extends z.ZodType>(_verb: Verb<I, unknown>) => validator("json", (value) => value as Sent<I>);
export const query = <I extends z.ZodType>(_verb: Verb<I, unknown>) => validator("query", (value) => value as Partial<Sent<I>>);

/** The fields of a form, url-encoded or multipart; a repeated name is a list where `all` asks for it. @throws DomainError when the body is no form. */
export async function formFields(c: Context<Env>, all = false): Promise<Record<string, string | File | (string | File)[]>> {
  try {
    return await c.req.parseBody({ all });
  } catch (error) {
    // What the platform says of a broken multipart body.
    if (error instanceof TypeError) throw notReadable();
    throw error;
  }
}

type Sent<S extends z.ZodType> = z.input<S>;
