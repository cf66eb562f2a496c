import type * as z from "zod";
import { type Access, type Actor, type Part, reaches, reachOf } from "./actor.ts";
import type { Ctx } from "./context.ts";
import { DomainError, invalidInput, notAllowed, notYourPart, passkeyFirst, signInFirst } from "./error.ts";
import { fieldErrors } from "./issues.ts";
import { refuseMarked } from "./state-secret.ts";

/** A thing that the business does. Callable; its schema and its access are data, for the API description and for the table of rights. */
export interface Verb<I extends z.ZodType, O> {
  (ctx: Ctx, input: z.input<I>): Promise<O>;
  readonly input: I;
  readonly access: Access;
  /** Whether a role that holds for a part may call it for that part. */
  readonly scoped: boolean;
  /** Whether members of staff may call it who have to make a passkey first. */
  readonly unproved: boolean;
}

/**
 * Makes a verb: authorises the actor, parses the input, runs.
 * @throws DomainError `access.sign-in`, `access.forbidden`, `access.passkey-first`, `access.other-part`, `text.state-secret`, `input.invalid` with a sentence for each field, or what
 * `run` refuses with.
 */
export function command<I extends z.ZodType, O>(definition: {
  readonly input: I;
  readonly access: Access;
  /**
   * What a call touches, for roles that hold for a part only. `itself`: the verb keeps to the actor's part by itself. Without it such roles do
   * not count for this verb.
   */
  readonly scope?: "itself" | ((ctx: Ctx, input: z.output<I>) => Part | Promise<Part>);
  /** For members of staff who have to make a passkey first, too: what they need for that, and nothing else. */
  readonly unproved?: boolean;
  /** Refuses what must not even be parsed, since it must not be kept or said again, by throwing. */
  before?(ctx: Ctx, input: z.input<I>): void | Promise<void>;
  run(ctx: Ctx, input: z.output<I>): Promise<O>;
}): Verb<I, O> {
  const { access, scope, unproved = false } = definition;
  const verb = async (ctx: Ctx, input: z.input<I>): Promise<O> => {
    if (!mayAsk(ctx.actor, { access, scoped: scope !== undefined, unproved })) throw refusal(ctx);
    if (access !== "system") refuseMarked(ctx, input);
    await definition.before?.(ctx, input);
    const parsed = parse(definition.input, input);
    const limited = reachOf(ctx.actor, access) !== "all" && typeof scope === "function";
    if (limited && !reaches(ctx.actor, access, await scope(ctx, parsed))) throw new DomainError(notYourPart);
    return definition.run(ctx, parsed);
  };
  return Object.assign(verb, { input: definition.input, access, scoped: scope !== undefined, unproved });
}

/** Whether an actor may call a verb, be it for a part of the business only. */
export function mayAsk(
  actor: Actor,
  { access, scoped, unproved = false }: Pick<Verb<z.ZodType, unknown>, "access" | "scoped"> & { readonly unproved?: boolean },
): boolean {
  const reach = reachOf(actor.kind === "staff" && unproved ? { ...actor, unproved: false } : actor, access);
  return reach === "all" || (reach !== "none" && scoped);
}

/** What somebody is told who may not call a verb at all. */
export function refusal({ actor }: Pick<Ctx, "actor">): DomainError {
  if (actor.kind === "public") return new DomainError(actor.because ?? signInFirst);
  return new DomainError(actor.kind === "staff" && actor.unproved ? passkeyFirst : notAllowed);
}

/** Parses, or refuses with one sentence a field. */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  const fields = fieldErrors(schema, result.error);
  throw new DomainError(invalidInput, { fields, params: { count: fields.length } });
}
