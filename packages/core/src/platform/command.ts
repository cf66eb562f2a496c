import type * as z from "zod";
import { type Access, mayCall } from "./actor.ts";
import type { Ctx } from "./context.ts";
import { DomainError, invalidInput, notAllowed, signInFirst } from "./error.ts";
import { fieldErrors } from "./issues.ts";

/** A thing that the business does. Callable; its schema and its access are data, for the API description and for the table of rights. */
export interface Verb<I extends z.ZodType, O> {
  (ctx: Ctx, input: z.input<I>): Promise<O>;
  readonly input: I;
  readonly access: Access;
}

/**
 * Makes a verb: authorises the actor, parses the input, runs.
 * @throws DomainError `access.sign-in`, `access.forbidden`, `input.invalid` with a sentence for each field, or what `run` refuses with.
 */
export function command<I extends z.ZodType, O>(definition: {
  readonly input: I;
  readonly access: Access;
  /** Refuses what must not even be parsed, since it must not be kept or said again, by throwing. */
  before?(ctx: Ctx, input: z.input<I>): void | Promise<void>;
  run(ctx: Ctx, input: z.output<I>): Promise<O>;
}): Verb<I, O> {
  const verb = async (ctx: Ctx, input: z.input<I>): Promise<O> => {
    if (!mayCall(ctx.actor, definition.access)) throw new DomainError(ctx.actor.kind === "public" ? signInFirst : notAllowed);
    await definition.before?.(ctx, input);
    return definition.run(ctx, parse(definition.input, input));
  };
  return Object.assign(verb, { input: definition.input, access: definition.access });
}

/** Parses, or refuses with one sentence a field. */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  const fields = fieldErrors(schema, result.error);
  throw new DomainError(invalidInput, { fields, params: { count: fields.length } });
}
