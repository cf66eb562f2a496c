import type { Verb } from "@lingxi/core/platform/command";
import { validator } from "hono/validator";
import type * as z from "zod";

/**
 * Gives a route the types of a verb's input for its JSON body, query or path. Parsing is left to the verb, so that
 * everything is parsed once and refused in one voice.
 */
export const json = <I extends z.ZodType>(_verb: Verb<I, unknown>) => validator("json", (value) => value as Sent<I>);
export const query = <I extends z.ZodType>(_verb: Verb<I, unknown>) =>
  validator("query", (value) => value as Partial<Record<keyof z.input<I>, string>>);

type Sent<S extends z.ZodType> = z.input<S>;
