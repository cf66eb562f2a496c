import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError, tooBusy } from "../platform/error.ts";
import { ConditionFailed, type Write } from "../platform/table.ts";
import { Code, erasedRegistration, Registration, type RegistrationRecord, Seats, type SeatsRecord } from "./entity.ts";
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

/**
 * Ends a registration and gives back what it held. A seat that a code held goes back to the code while that is valid.
 * @throws DomainError `record.changed` when it changed since it was read.
 */
export async function release(
  ctx: Ctx,
  registration: RegistrationRecord & Stored,
  because: NonNullable<RegistrationRecord["cancelledBecause"]>,
): Promise<void> {
  const { activityId, ticket, status } = registration;
  const ended = Registration.change(ctx, registration, {
    status: "cancelled",
    cancelledBecause: because,
    offerExpiresAt: undefined,
    sequence: registration.sequence + (status === "confirmed" ? 1 : 0),
    ...(because === "erased" ? erasedRegistration : {}),
  });
  if (status === "requested" || status === "refused") return save(ctx, ended);
  let seats: SeatsRecord | undefined = await Seats.get(ctx, { activityId }, activityMissing);
  for (let attempt = 0; seats && attempt < 10; attempt++) {
    const code = await codeOf(ctx, registration);
    const back = status === "waitlisted" ? { queue: -1 } : code?.keeps ? {} : { seat: -1 };
    try {
      const counted = count(ctx, seats, ticket, back);
      await ctx.table.write([ended, counted, ...(code ? [code.write] : [])], ctx.newId("tok").slice(4));
      return;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      if (error.failed.has(0)) throw new DomainError(changedMeanwhile);
      seats = await Seats.find(ctx, { activityId });
    }
  }
  throw new DomainError(tooBusy);
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
