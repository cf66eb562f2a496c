import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import type { Write } from "../platform/table.ts";
import { Registration, type RegistrationRecord, type Seat, Seats, type SeatsRecord } from "./entity.ts";
import { activityMissing } from "./schema.ts";
import { count } from "./seats.ts";

export type Member = RegistrationRecord & Stored;

/** Whom somebody brings, as far as they still come. */
export async function companionsOf(ctx: Ctx, { activityId, person, leads = [] }: RegistrationRecord): Promise<Member[]> {
  if (!leads.length) return [];
  const keys = leads.map((seat) => Registration.key({ activityId, person: seat.person }));
  const found = (await ctx.table.getMany(keys, true)).map((item) => Registration.read(item));
  return leads.flatMap(({ person: who, id }) => {
    const member = found.find((one) => one.person === who && one.id === id);
    return member && member.leader === person && member.status !== "cancelled" ? [member] : [];
  });
}

/** The leader of a companion, if that one still comes. */
export async function leaderOf(ctx: Ctx, { activityId, leader, id }: RegistrationRecord): Promise<Member | undefined> {
  if (!leader) return undefined;
  const found = await Registration.find(ctx, { activityId, person: leader });
  return found?.status !== "cancelled" && found?.leads?.some((seat) => seat.id === id) ? found : undefined;
}

/** Whom a leader brings, with one seat in another's place, or without it. */
export const seatsWith = ({ leads = [] }: RegistrationRecord, id: string, next?: Seat): readonly Seat[] =>
  leads.flatMap((seat) => (seat.id === id ? (next ? [next] : []) : [seat]));

/** How a line of groups changes when one becomes smaller: a leader who is left alone waits like everybody. */
export const shrunk = (from: number, to: number): Record<number, number> => ({
  [from]: -from,
  ...(to > 1 ? { [to]: to } : {}),
});

/** Ends the registration of a companion who waits with the leader: the others keep their place, as a smaller group. */
export async function leaveParty(ctx: Ctx, companion: Member, ended: Write): Promise<Write[]> {
  const leader = await leaderOf(ctx, companion);
  const seats: SeatsRecord = await Seats.get(ctx, companion, activityMissing);
  const size = leader?.party ?? 0;
  if (!leader || size < 2) return [ended, count(ctx, seats, companion.ticket, { queue: -1 })];
  const left = size - 1;
  return [
    ended,
    count(ctx, seats, companion.ticket, { queue: -1, parties: shrunk(size, left) }),
    Registration.change(ctx, leader, { leads: seatsWith(leader, companion.id), party: left > 1 ? left : undefined }),
  ];
}
