import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { ConditionFailed } from "../platform/table.ts";
import { Suppression, type SuppressionRecord } from "./entity.ts";
import { unsubscribeMissing } from "./unsubscribe-schema.ts";

/** The secret part of the link by which a person refuses. Holds no address, never expires, and outlives a change of secrets. */
export const unsubscribeToken = (ctx: Ctx, person: string) => `${person}.${ctx.keys.digest("unsubscribe", person)}`;

export const unsubscribeUrl = (ctx: Ctx, person: string) => `${ctx.origin}/my/unsubscribe/${unsubscribeToken(ctx, person)}`;

function personOf(ctx: Ctx, token: string): string {
  const [person, secret, ...rest] = token.split(".");
  if (!person || !secret || rest.length || !ctx.keys.verify("unsubscribe", person, secret))
    throw new DomainError(unsubscribeMissing);
  return person;
}

const ByToken = z.object({ token: z.string().max(200) });

/** Whether mails go to the holder of the link. Only reads. */
export const seeSubscription = command({
  input: ByToken,
  access: "public",
  async run(ctx, { token }): Promise<{ subscribed: boolean }> {
    const found = await Suppression.find(ctx, { person: personOf(ctx, token) });
    return { subscribed: !found?.unsubscribedAt };
  },
});

/** Refuses every further campaign, before the answer. Doing it twice changes nothing. */
export const unsubscribe = command({
  input: ByToken,
  access: "public",
  run: (ctx, { token }) => refuseMail(ctx, personOf(ctx, token)),
});

/** The same for whoever has this digest. */
export const refuseMail = (ctx: Ctx, person: string) =>
  suppress(ctx, person, (was) => (was.unsubscribedAt ? undefined : { unsubscribedAt: ctx.now().toISOString() }));

/** Takes the refusal back. A bounce or a complaint stays. */
export const subscribeAgain = command({
  input: ByToken,
  access: "public",
  run: (ctx, { token }) =>
    suppress(ctx, personOf(ctx, token), (was) => (was.unsubscribedAt ? { unsubscribedAt: undefined } : undefined)),
});

/** Applies the patch, if any, to what stands against this person. */
export async function suppress(
  ctx: Ctx,
  person: string,
  decide: (was: Partial<SuppressionRecord>) => Partial<SuppressionRecord> | undefined,
): Promise<void> {
  for (let attempt = 0; attempt < 8; attempt++) {
    const was = await Suppression.find(ctx, { person });
    const patch = decide(was ?? {});
    if (!patch) return;
    try {
      await ctx.table.write([was ? Suppression.change(ctx, was, patch) : Suppression.create(ctx, { person, ...patch })], "");
      return;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
  throw new DomainError(changedMeanwhile);
}
