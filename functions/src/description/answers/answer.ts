import type { Ctx } from "@lingxi/core/platform/context";
import type * as z from "zod";

/** A verb, or the `input` and `access` of one that is too heavy to be loaded for its description, with the schema of what it answers. */
export type Answer = readonly [verb: object, schema: z.ZodType];

/** Says what a verb answers; the compiler holds the two together. */
export const answer = <S extends z.ZodType>(verb: (ctx: Ctx, input: never) => Promise<z.output<S>>, schema: S): Answer => [
  verb,
  schema,
];
