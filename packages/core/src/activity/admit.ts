import type { Ctx } from "../platform/context.ts";
import { DomainError, tooBusy } from "../platform/error.ts";
import { ConditionFailed, type Item, type Write } from "../platform/table.ts";
import { Code, type RegistrationRecord, Seats, type SeatsRecord } from "./entity.ts";
import { admission, isEarly, isOpen } from "./policy.ts";
import { activityCancelled, activityMissing, codeSpent, notOpenYet, registrationClosed, ticketMissing } from "./schema.ts";
import { count, whileNext, whileNotNext, whileOpen } from "./seats.ts";

/** Seated, queued, told that all is taken, or met another registration under the same key. */
export type Admitted = { readonly status: "confirmed" | "waitlisted" } | { readonly full: true } | { readonly met: Item };

interface Who {
  readonly activityId: string;
  readonly ticket?: string | undefined;
  readonly code?: string | undefined;
}

/** How a registration is put on a seat or in the queue. */
export interface Admission {
  /** What is known of the counter; a guess, since every step holds by its conditions. */
  readonly seats: SeatsRecord | undefined;
  /** The registration as it is to be written. */
  write(patch: Pick<RegistrationRecord, "status" | "pooled" | "confirmedAt">): Write;
  /** Refuses by what is known of the counter, before anything is written. */
  check?(seats: SeatsRecord): void;
}

/**
 * Seats a person, or puts them in the queue: one transaction of two items, of three with a code. What was read only chooses the step; when
 * the table refuses it, it says how things stand now, and the next step is chosen by that.
 * @throws DomainError `activity.not-found`, `activity.cancelled`, `activity.not-open-yet`, `activity.closed`, `activity.code-spent`, `table.busy`, and what `check` throws
 */
export async function admit(ctx: Ctx, who: Who, { seats: read, write, check }: Admission): Promise<Admitted> {
  const now = ctx.now().toISOString();
  let seats = read;
  for (let attempt = 0; attempt < 10; attempt++) {
    const open = opened(seats, now);
    if (!knows(open, who.ticket)) throw new DomainError(ticketMissing);
    check?.(open);
    const step = await stepOf(ctx, who, open, now);
    if (step.status === "full") return { full: true };
    const { status } = step;
    const pooled = status === "waitlisted" && open.draw === "open";
    try {
      await ctx.table.write(
        [
          step.count,
          write({ status, ...(pooled ? { pooled } : {}), ...(status === "confirmed" ? { confirmedAt: now } : {}) }),
          ...step.code,
        ],
        ctx.newId("tok").slice(4),
      );
      return { status };
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      const met = error.failed.get(1);
      if (met) return { met };
      seats = (error.failed.get(0) as SeatsRecord | undefined) ?? (await Seats.find(ctx, who));
    }
  }
  throw new DomainError(tooBusy);
}

async function stepOf(ctx: Ctx, who: Who, seats: SeatsRecord, now: string) {
  const { ticket } = who;
  const code = who.code ? await openCode(ctx, { activityId: who.activityId, code: who.code }, now) : undefined;
  const used = code ? [Code.change(ctx, code, { used: code.used + 1 })] : [];
  if (code?.holds) return { status: "confirmed", count: count(ctx, seats, ticket, {}, whileOpen(now)), code: used } as const;
  const next = admission(seats, ticket);
  if (next === "full") return { status: "full" } as const;
  return next === "seat"
    ? ({
        status: "confirmed",
        count: count(ctx, seats, ticket, { seat: 1 }, whileOpen(now), whileNext(seats, ticket)),
        code: used,
      } as const)
    : ({
        status: "waitlisted",
        count: count(ctx, seats, ticket, { queue: 1 }, whileOpen(now), whileNotNext(seats, ticket)),
        code: used,
      } as const);
}

/** A code that may still be used. @throws DomainError `activity.code-spent` */
export async function openCode(ctx: Ctx, of: { activityId: string; code: string }, now: string) {
  const code = await Code.get(ctx, of, codeSpent);
  if (code.endedAt || code.used >= code.uses || (code.until && code.until <= now)) throw new DomainError(codeSpent);
  return code;
}

/** The counter, where registration is open. @throws DomainError */
export function opened(seats: SeatsRecord | undefined, now: string): SeatsRecord {
  if (!seats?.activityId || seats.status === "draft") throw new DomainError(activityMissing);
  if (seats.status === "cancelled") throw new DomainError(activityCancelled);
  if (isEarly(seats, now)) throw new DomainError(notOpenYet);
  if (!isOpen(seats, now)) throw new DomainError(registrationClosed);
  return seats;
}

/** Whether the activity has the ticket type. Who asked before there were ticket types has none. */
export const knows = (seats: SeatsRecord, ticket: string | undefined): boolean =>
  ticket === undefined || Boolean(seats.tickets?.some(({ id }) => id === ticket));
