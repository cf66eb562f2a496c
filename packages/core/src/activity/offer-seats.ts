import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { DomainError, tooBusy } from "../platform/error.ts";
import { ConditionFailed } from "../platform/table.ts";
import { release } from "./cancel.ts";
import {
  Activity,
  type ActivityRecord,
  openOffers,
  placeOf,
  Registration,
  type RegistrationRecord,
  Seats,
  type SeatsRecord,
  waitingOf,
} from "./entity.ts";
import { companionsOf } from "./group.ts";
import { isUndrawn, offerDeadline, type Queue, queuesThatFit } from "./policy.ts";
import { activityMissing } from "./schema.ts";
import { count, whileFits, whilePublished } from "./seats.ts";

/**
 * Offers every free seat to the next in line whom it fits; someone is passed over only while a quota of theirs is full. Safe to run any number
 * of times at once: each offer is one transaction that counts the seat, shortens the queue and marks the person.
 * @throws DomainError `table.busy` when the queue is not to be seen yet, so that the event comes again
 */
export const offerSeats = command({
  input: z.object({ activityId: z.string() }),
  access: "system",
  async run(ctx, { activityId }): Promise<{ offered: number }> {
    let activity: ActivityRecord | undefined;
    /** Whom the index still shows, and who has gone. */
    const gone = new Set<string>();
    let changed: (RegistrationRecord & Stored) | undefined;
    for (let offered = 0, refused = 0; refused < 20; ) {
      const seats = await Seats.find(ctx, { activityId });
      if (seats?.status !== "published" || seats.startsAt <= ctx.now().toISOString()) return { offered };
      if (isUndrawn(seats)) return { offered };
      const queues = queuesThatFit(seats);
      if (queues.length === 0) return { offered };
      const next = changed ?? (await firstOf(ctx, activityId, queues, gone));
      changed = undefined;
      if (!next) throw new DomainError(tooBusy);
      activity ??= await Activity.get(ctx, { id: activityId }, activityMissing);
      try {
        await offer(ctx, seats, next, offerDeadline(activity, ctx.now()));
        offered++;
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        const stored = error.failed.get(0);
        const now = stored?.pk ? Registration.read(stored) : undefined;
        // Of a group somebody left or was named meanwhile: its leader is read as it is now.
        if (!stored && [...error.failed.keys()].some((n) => n > 1)) changed = await waitingStill(ctx, next);
        // Somebody who only corrected a name keeps the place; the index shows the record as it was.
        if (now?.status === "waitlisted" && now.id === next.id) changed = now;
        else if (stored) gone.add(next.id);
        refused++;
      }
    }
    throw new DomainError(tooBusy);
  },
});

async function waitingStill(ctx: Ctx, { activityId, person, id }: RegistrationRecord) {
  const found = await Registration.find(ctx, { activityId, person });
  return found?.status === "waitlisted" && found.id === id ? found : undefined;
}

/** Offers seats to the first in a line, and to those who wait together with them. */
async function offer(ctx: Ctx, seats: SeatsRecord, next: RegistrationRecord & Stored, offerExpiresAt: string): Promise<void> {
  const offered = { status: "offered", offerExpiresAt } as const;
  const { party: size = 1 } = next;
  if (size === 1)
    return ctx.table.write(
      [
        Registration.change(ctx, next, offered),
        count(ctx, seats, next.ticket, { seat: 1, queue: -1 }, whilePublished, whileFits(seats, next.ticket)),
      ],
      ctx.newId("tok").slice(4),
    );
  const others = (await companionsOf(ctx, next)).filter(({ together }) => together);
  if (others.length + 1 !== size) throw new ConditionFailed(new Map([[2, {}]]));
  const by = { seat: size, queue: -size, parties: { [size]: -size } };
  return ctx.table.write(
    [
      Registration.change(ctx, next, { ...offered, party: undefined }),
      count(ctx, seats, next.ticket, by, whilePublished, whileFits(seats, next.ticket, size)),
      ...others.map((one) => Registration.change(ctx, one, { ...offered, together: undefined })),
    ],
    ctx.newId("tok").slice(4),
  );
}

/** Who is first in all of these lines; nobody while one of them is not to be seen, since its first may come before. */
async function firstOf(ctx: Ctx, activityId: string, queues: readonly Queue[], gone: ReadonlySet<string>) {
  const heads = await Promise.all(
    queues.map(async ({ ticket, size }) => {
      const pk = waitingOf(activityId, ticket, size);
      const { items } = await Registration.list(ctx, { index: "byState", pk, limit: 1 + gone.size });
      return items.find(({ id }) => !gone.has(id));
    }),
  );
  const seen = heads.filter((head) => head !== undefined);
  if (seen.length < queues.length) return undefined;
  return seen.reduce((first, head) => (placeOf(head) < placeOf(first) ? head : first));
}

/** Takes back the offers whose time is over; the freed seats go to the next in line by the event that this makes. */
export const expireOffers = command({
  input: z.object({}),
  access: "system",
  async run(ctx): Promise<{ expired: number }> {
    let expired = 0;
    let cursor: string | undefined;
    do {
      const page = await Registration.list(ctx, {
        index: "byState",
        pk: openOffers,
        between: ["0", `${ctx.now().toISOString()}#~`],
        limit: 100,
        cursor,
      });
      for (const offer of page.items) {
        try {
          await release(ctx, offer, "offer-expired");
          expired++;
        } catch (error) {
          // Accepted or cancelled since the index was read: nothing to expire.
          if (!(error instanceof DomainError)) throw error;
        }
      }
      cursor = page.cursor;
    } while (cursor);
    return { expired };
  },
});
