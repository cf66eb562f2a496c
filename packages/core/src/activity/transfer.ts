import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { ConditionFailed, type Write } from "../platform/table.ts";
import { Registration, type RegistrationRecord, type Seat, Seats } from "./entity.ts";
import { fillIn } from "./fill-in.ts";
import { companionsOf, leaderOf, type Member, seatsWith } from "./group.ts";
import { openTransfer } from "./link.ts";
import { cannotTransfer, Register, registrationConsent } from "./schema.ts";

/**
 * Takes over somebody's confirmed seat by the link that the holder passed on: the newcomer fills in the form and consents like everybody. The
 * two registrations change in one transaction and the counter not at all. Whoever has a registration already gets the same answer, and
 * nothing changes.
 * @throws DomainError `registration.cannot-transfer`
 */
export const takeOver = command({
  input: Register.omit({ activityId: true, ticket: true, code: true, notices: true }).extend({ token: z.string().max(200) }),
  access: "public",
  async run(ctx, { token, consent: _given, answers, form, ...fields }): Promise<{ activityId: string }> {
    const { held, seats } = await transferable(ctx, token);
    const { activityId, ticket, code } = held;
    const person = ctx.keys.digest("person", fields.email);
    if (person === held.person) throw new DomainError(cannotTransfer);
    const now = ctx.now().toISOString();
    const id = ctx.newId("reg");
    const group = await movedSeats(ctx, held, { person, id });
    const next: RegistrationRecord = {
      ...fields,
      ...(await fillIn(ctx, seats, { answers, form }, ticket)),
      ...(ticket ? { ticket } : {}),
      ...(code ? { code } : {}),
      activityId,
      person,
      id,
      status: "confirmed",
      ...(held.leads ? { leads: held.leads } : {}),
      ...(held.leader ? { leader: held.leader, addressed: true } : {}),
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
          ...group,
        ],
        ctx.newId("tok").slice(4),
      );
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      if (error.failed.has(0) || !error.failed.has(1)) throw new DomainError(changedMeanwhile);
    }
    return { activityId };
  },
});

/** In a group the others follow: companions know who leads them, and the leader whom. */
async function movedSeats(ctx: Ctx, held: Member, next: Seat): Promise<Write[]> {
  const leader = await leaderOf(ctx, held);
  // Whoever is in the group has a registration: nothing is going to change.
  if (leader?.person === next.person) return [];
  if (leader) return [Registration.change(ctx, leader, { leads: seatsWith(leader, held.id, next) })];
  return (await companionsOf(ctx, held))
    .filter(({ person }) => person !== next.person)
    .map((one) => Registration.change(ctx, one, { leader: next.person }));
}

/** The seat that a transfer link passes on. @throws DomainError `registration.cannot-transfer` */
export async function transferable(ctx: Ctx, token: string) {
  const held = await openTransfer(ctx, token);
  const seats = await Seats.find(ctx, { activityId: held.activityId });
  if (held.status !== "confirmed" || seats?.status !== "published" || seats.startsAt <= ctx.now().toISOString())
    throw new DomainError(cannotTransfer);
  return { held, seats };
}
