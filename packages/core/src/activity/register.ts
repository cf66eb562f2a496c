import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError, tooBusy } from "../platform/error.ts";
import { ConditionFailed } from "../platform/table.ts";
import { Registration, type RegistrationRecord, Seats, type SeatsRecord } from "./entity.ts";
import { activityCancelled, activityMissing, Register, registrationClosed, registrationConsent } from "./schema.ts";

/** The same for a first and for a repeated registration, so that nobody can find out who is registered; the link goes by mail. */
export interface RegisterAnswer {
  readonly activityId: string;
  readonly status: "confirmed" | "waitlisted" | "offered";
}

/** How long a repeated registration does not send the link again. */
const quiet = 10 * 60_000;

/**
 * Registers a person for an activity: a seat when one is free and nobody waits, else a place on the waiting list.
 * One transaction of two items: 4 write units and one round trip for a confirmed registration.
 * @throws DomainError `activity.not-found`, `activity.cancelled`, `activity.closed`, `table.busy`
 */
export const register = command({
  input: Register,
  access: "public",
  async run(ctx, input): Promise<RegisterAnswer> {
    const now = ctx.now().toISOString();
    const { activityId, consent: _given, ...fields } = input;
    const person = ctx.keys.digest("person", input.email);
    const registration: RegistrationRecord = {
      ...fields,
      activityId,
      person,
      id: ctx.newId("reg"),
      status: "confirmed",
      queuedAt: now,
      sequence: 0,
      consent: { purpose: registrationConsent.purpose, version: registrationConsent.version, at: now, source: "form" },
    };
    for (let attempt = 0; attempt < 5; attempt++) {
      const answer = (await seat(ctx, registration, now)) ?? (await queue(ctx, registration, now));
      if (answer) return answer;
    }
    throw new DomainError(tooBusy);
  },
});

const live = { condition: "attribute_not_exists(pk) OR #status = :cancelled", values: { ":cancelled": "cancelled" } };
const open = "#status = :published AND #registrationClosesAt > :now";

/** Takes a seat. Nothing comes back when there is none, or when others wait for it. */
async function seat(ctx: Ctx, registration: RegistrationRecord, now: string): Promise<RegisterAnswer | undefined> {
  const { activityId } = registration;
  try {
    await ctx.table.write(
      [
        Seats.update(ctx, { activityId }, "SET #taken = #taken + :one", {
          condition: `${open} AND #taken < #capacity AND #waiting = :none`,
          values: { ":one": 1, ":none": 0, ":published": "published", ":now": now },
        }),
        Registration.create(ctx, registration, live),
      ],
      ctx.newId("tok").slice(4),
    );
    return { activityId, status: "confirmed" };
  } catch (error) {
    return await refused(ctx, now, error);
  }
}

/** Joins the waiting list. Nothing comes back when a seat has become free meanwhile. */
async function queue(ctx: Ctx, registration: RegistrationRecord, now: string): Promise<RegisterAnswer | undefined> {
  const { activityId } = registration;
  try {
    await ctx.table.write(
      [
        Seats.update(ctx, { activityId }, "SET #waiting = #waiting + :one", {
          condition: `${open} AND (#taken >= #capacity OR #waiting > :none)`,
          values: { ":one": 1, ":none": 0, ":published": "published", ":now": now },
        }),
        Registration.create(ctx, { ...registration, status: "waitlisted" }, live),
      ],
      ctx.newId("tok").slice(4),
    );
    return { activityId, status: "waitlisted" };
  } catch (error) {
    return await refused(ctx, now, error);
  }
}

async function refused(ctx: Ctx, now: string, error: unknown): Promise<RegisterAnswer | undefined> {
  if (!(error instanceof ConditionFailed)) throw error;
  const existing = error.failed.get(1);
  if (existing) return again(ctx, Registration.read(existing), now);
  const seats = error.failed.get(0) as SeatsRecord | undefined;
  if (!seats?.activityId || seats.status === "draft") throw new DomainError(activityMissing);
  if (seats.status === "cancelled") throw new DomainError(activityCancelled);
  if (seats.registrationClosesAt <= now) throw new DomainError(registrationClosed);
  return undefined;
}

/** A repeated registration: the answer of the first, and the link once more by mail when the last one is not recent. */
async function again(ctx: Ctx, existing: RegistrationRecord, now: string): Promise<RegisterAnswer> {
  const { activityId, person, status } = existing;
  const before = new Date(new Date(now).getTime() - quiet).toISOString();
  try {
    await ctx.table.write(
      [
        Registration.update(ctx, { activityId, person }, "SET #linkAskedAt = :now", {
          condition:
            "#status <> :cancelled AND #queuedAt < :before AND (attribute_not_exists(#linkAskedAt) OR #linkAskedAt < :before)",
          values: { ":now": now, ":before": before, ":cancelled": "cancelled" },
        }),
      ],
      "",
    );
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
  return { activityId, status: status === "cancelled" ? "confirmed" : status };
}
