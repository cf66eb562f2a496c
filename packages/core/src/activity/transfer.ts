import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { ConditionFailed } from "../platform/table.ts";
import { Registration, type RegistrationRecord, Seats } from "./entity.ts";
import { openTransfer } from "./link.ts";
import { cannotTransfer, Register, registrationConsent } from "./schema.ts";

/**
 * Takes over somebody's confirmed seat by the link that the holder passed on: the newcomer fills in the form and consents like everybody. The
 * two registrations change in one transaction and the counter not at all. Whoever has a registration already gets the same answer, and
 * nothing changes.
 * @throws DomainError `registration.cannot-transfer`
 */
export const takeOver = command({
  input: Register.omit({ activityId: true, ticket: true, code: true }).extend({ token: z.string().max(200) }),
  access: "public",
  async run(ctx, { token, consent: _given, ...fields }): Promise<{ activityId: string }> {
    const held = await transferable(ctx, token);
    const { activityId, ticket, code } = held;
    const person = ctx.keys.digest("person", fields.email);
    if (person === held.person) throw new DomainError(cannotTransfer);
    const now = ctx.now().toISOString();
    const next: RegistrationRecord = {
      ...fields,
      ...(ticket ? { ticket } : {}),
      ...(code ? { code } : {}),
      activityId,
      person,
      id: ctx.newId("reg"),
      status: "confirmed",
      queuedAt: now,
      confirmedAt: now,
      sequence: 0,
      consent: { purpose: registrationConsent.purpose, version: registrationConsent.version, at: now, source: "transfer" },
    };
    try {
      await ctx.table.write(
        [
          Registration.change(ctx, held, {
            status: "cancelled",
            cancelledBecause: "transferred",
            sequence: held.sequence + 1,
          }),
          Registration.create(ctx, next, {
            condition: "attribute_not_exists(pk) OR #status = :cancelled",
            values: { ":cancelled": "cancelled" },
          }),
        ],
        ctx.newId("tok").slice(4),
      );
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      if (error.failed.has(0)) throw new DomainError(changedMeanwhile);
    }
    return { activityId };
  },
});

/** The seat that a transfer link passes on. @throws DomainError `registration.cannot-transfer` */
export async function transferable(ctx: Ctx, token: string) {
  const held = await openTransfer(ctx, token);
  const seats = await Seats.find(ctx, { activityId: held.activityId });
  if (held.status !== "confirmed" || seats?.status !== "published" || seats.startsAt <= ctx.now().toISOString())
    throw new DomainError(cannotTransfer);
  return held;
}
