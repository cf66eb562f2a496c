import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError, tooBusy } from "../platform/error.ts";
import { ConditionFailed, type Write } from "../platform/table.ts";
import { Code, erasedRegistration, Registration, type RegistrationRecord, Seats } from "./entity.ts";
import { companionsOf, leaveParty, type Member } from "./group.ts";
import { openLink } from "./link.ts";
import { activityMissing, type RegistrationStatus } from "./schema.ts";
import { count } from "./seats.ts";

/** Cancels by the secret link: gives the seat or the place in the queue back in the same transaction. Doing it twice changes nothing. */
export const cancelRegistration = command({
  input: z.object({ token: z.string().max(200) }),
  access: "public",
  async run(ctx, { token }): Promise<{ status: RegistrationStatus }> {
    const registration = await openLink(ctx, token);
    if (registration.status !== "cancelled") await release(ctx, registration, "person");
    return { status: "cancelled" };
  },
});

type Because = NonNullable<RegistrationRecord["cancelledBecause"]>;

/**
 * Ends a registration and gives back what it held. A seat that a code held goes back to the code while that is valid. With whoever brings others
 * it ends for all of them in one transaction; when the leader is erased, of those who have seats only for whom there is no address.
 * @throws DomainError `record.changed` when it changed since it was read.
 */
export async function release(ctx: Ctx, registration: Member, because: Because): Promise<void> {
  const { activityId, ticket, status } = registration;
  const ended = endOf(ctx, registration, because);
  if (status === "requested" || status === "refused") return save(ctx, ended);
  const along = await goWith(ctx, registration, because);
  const others = along.map((one) => endOf(ctx, one, because));
  const people = 1 + along.length;
  for (let attempt = 0; attempt < 10; attempt++) {
    const code = await codeOf(ctx, registration);
    const writes = registration.together
      ? await leaveParty(ctx, registration, ended)
      : [ended, await giveBack(code?.keeps), ...others];
    try {
      await ctx.table.write([...writes, ...(code ? [code.write] : [])], ctx.newId("tok").slice(4));
      return;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      if (error.failed.has(0) || [...error.failed.keys()].some((n) => n > 1 && n <= people && others.length > 0))
        throw new DomainError(changedMeanwhile);
    }
  }
  throw new DomainError(tooBusy);

  async function giveBack(kept = false): Promise<Write> {
    const seats = await Seats.get(ctx, { activityId }, activityMissing);
    if (status !== "waitlisted") {
      return count(ctx, seats, ticket, { seat: kept ? 0 : -people });
    }
    return count(ctx, seats, ticket, { queue: -people, ...(registration.party ? { parties: { [people]: -people } } : {}) });
  }
}

const endOf = (ctx: Ctx, registration: Member, because: Because): Write =>
  Registration.change(ctx, registration, {
    status: "cancelled",
    cancelledBecause: because,
    offerExpiresAt: undefined,
    party: undefined,
    together: undefined,
    sequence: registration.sequence + (registration.status === "confirmed" ? 1 : 0),
    ...(because === "erased" ? erasedRegistration : {}),
  });

/** Whose seats end with the leader's. */
async function goWith(ctx: Ctx, leader: Member, because: Because): Promise<Member[]> {
  if (!leader.leads?.length || because === "offer-expired") return [];
  const others = await companionsOf(ctx, leader);
  if (leader.party) return others.filter(({ together }) => together);
  return others.filter(({ status, email }) => status === leader.status && (because === "person" || !email));
}

/** The code by which somebody came, with one use given back. */
async function codeOf(
  ctx: Ctx,
  { activityId, code, status }: RegistrationRecord,
): Promise<{ keeps: boolean; write: Write } | undefined> {
  const found = code ? await Code.find(ctx, { activityId, code }) : undefined;
  if (!found || found.used === 0) return undefined;
  const valid = !found.endedAt && !(found.until && found.until <= ctx.now().toISOString());
  if (found.holds && !valid) return undefined;
  return { keeps: found.holds && status !== "waitlisted", write: Code.change(ctx, found, { used: found.used - 1 }) };
}
