import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { ConditionFailed } from "../platform/table.ts";
import { release } from "./cancel.ts";
import { companionFields } from "./companion.ts";
import { Registration, type RegistrationRecord } from "./entity.ts";
import { companionsOf, type Member, seatsWith } from "./group.ts";
import { Companion, notInGroup } from "./group-schema.ts";
import { openLink } from "./link.ts";
import { again, live } from "./register.ts";

const One = z.object({ token: z.string().max(200), companion: z.string().max(40) });

async function seatOf(ctx: Ctx, { token, companion }: z.output<typeof One>): Promise<{ leader: Member; seat: Member }> {
  const leader = await openLink(ctx, token);
  const seat = (await companionsOf(ctx, leader)).find(({ id }) => id === companion);
  if (!seat) throw new DomainError(notInGroup);
  return { leader, seat };
}

/**
 * Says who a companion is, or that it is somebody else: the seat, or the place in the queue, goes on to the person whose address is given, in one
 * transaction that leaves the counter as it is. An address that is registered already keeps its registration and gets that link once more; the
 * answer is the same.
 * @throws DomainError `registration.not-in-group`, `record.changed`
 */
export const nameCompanion = command({
  input: One.extend(Companion.shape),
  access: "public",
  async run(ctx, { token, companion, ...given }): Promise<void> {
    const { leader, seat } = await seatOf(ctx, { token, companion });
    const name = given.name ?? seat.name;
    const organisation = given.organisation ?? seat.organisation;
    const person = given.email && ctx.keys.digest("person", given.email);
    if (!person || person === seat.person) return save(ctx, Registration.change(ctx, seat, { name, organisation }));
    if (person === leader.person) return;
    if (await moveOn(ctx, { leader, seat }, { ...given, name, organisation }, true)) return;
    // The same as it looks when it goes on to the address, so that nobody learns which addresses are registered.
    if (!(await moveOn(ctx, { leader, seat }, { ...given, name, organisation }, false))) throw new DomainError(changedMeanwhile);
  },
});

/**
 * Puts a new registration in the place of a seat: under the address that is given, or under the seat's own number.
 * @returns false where the address has a registration, which gets its link once more
 */
async function moveOn(
  ctx: Ctx,
  { leader, seat }: { leader: Member; seat: Member },
  given: Companion,
  bound: boolean,
): Promise<boolean> {
  const { activityId, ticket, locale, status, queuedAt, pooled, lot, offerExpiresAt, together } = seat;
  const id = ctx.newId("reg");
  const now = ctx.now().toISOString();
  const of = { activityId, id, fallback: seat.name, from: seat.organisation, bound };
  const next: RegistrationRecord = {
    ...{ activityId, ticket, locale, status, queuedAt, pooled, lot, offerExpiresAt, together },
    ...companionFields(ctx, given, of),
    id,
    ...(status === "confirmed" ? { confirmedAt: now } : {}),
    leader: leader.person,
    sequence: 0,
    consent: { ...seat.consent, at: now, source: "transfer" },
  };
  const ended = {
    status: "cancelled",
    cancelledBecause: "transferred",
    together: undefined,
    offerExpiresAt: undefined,
    sequence: seat.sequence + 1,
  } as const;
  try {
    await ctx.table.write(
      [
        Registration.change(ctx, seat, ended),
        Registration.create(ctx, next, live),
        Registration.change(ctx, leader, { leads: seatsWith(leader, seat.id, { person: next.person, id }) }),
      ],
      ctx.newId("tok").slice(4),
    );
    return true;
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    const met = error.failed.get(1);
    if (error.failed.has(0) || error.failed.has(2) || !met) throw new DomainError(changedMeanwhile);
    await again(ctx, Registration.read(met), now, "confirmed");
    return false;
  }
}

/** Gives the seat of a companion back, or the place in the queue. */
export const removeCompanion = command({
  input: One,
  access: "public",
  async run(ctx, input): Promise<void> {
    const { seat } = await seatOf(ctx, input);
    await release(ctx, seat, "person");
  },
});
