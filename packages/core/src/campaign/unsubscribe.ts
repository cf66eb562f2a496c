import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { ByToken, type ChangeSource } from "./preference-schema.ts";
import { suppress } from "./suppress.ts";
import { unsubscribeMissing } from "./unsubscribe-schema.ts";

/** The secret part of the link by which a person refuses. Holds no address, never expires, and outlives a change of secrets. */
export const unsubscribeToken = (ctx: Ctx, person: string) => `${person}.${ctx.keys.digest("unsubscribe", person)}`;

export const unsubscribeUrl = (ctx: Ctx, person: string) => `${ctx.origin}/my/unsubscribe/${unsubscribeToken(ctx, person)}`;

/** Whose link it is. @throws DomainError `unsubscribe.not-found` */
export function personOf(ctx: Ctx, token: string): string {
  const [person, secret, ...rest] = token.split(".");
  if (!person || !secret || rest.length || !ctx.keys.verify("unsubscribe", person, secret))
    throw new DomainError(unsubscribeMissing);
  return person;
}

/** Refuses every further campaign, before the answer. Doing it twice changes nothing. */
export const unsubscribe = command({
  input: ByToken,
  access: "public",
  run: (ctx, { token }) => refuseMail(ctx, personOf(ctx, token), "link"),
});

/** The same for whoever has this digest. */
export const refuseMail = (ctx: Ctx, person: string, source: ChangeSource = "link") =>
  suppress(ctx, person, (was) =>
    was.unsubscribedAt
      ? undefined
      : { patch: { unsubscribedAt: ctx.now().toISOString() }, told: [{ purpose: "all", given: false, source }] },
  );

/** Takes the refusal back. A bounce or a complaint stays. */
export const subscribeAgain = command({
  input: ByToken,
  access: "public",
  run: (ctx, { token }) =>
    suppress(ctx, personOf(ctx, token), (was) =>
      was.unsubscribedAt
        ? { patch: { unsubscribedAt: undefined }, told: [{ purpose: "all", given: true, source: "link" }] }
        : undefined,
    ),
});
