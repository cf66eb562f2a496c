import * as z from "zod";
import { command } from "../platform/command.ts";
import { DomainError } from "../platform/error.ts";
import { ConditionFailed } from "../platform/table.ts";
import { release } from "./cancel.ts";
import { Activity, openOffers, Registration, Seats, waitingOf } from "./entity.ts";
import { offerDeadline } from "./policy.ts";
import { activityMissing } from "./schema.ts";

/**
 * Offers every free seat to the next in line, first come first served. Safe to run any number of times at once:
 * each offer is one transaction that counts the seat, shortens the queue and marks the person.
 */
export const offerSeats = command({
  input: z.object({ activityId: z.string() }),
  access: "system",
  async run(ctx, { activityId }): Promise<{ offered: number }> {
    const activity = await Activity.get(ctx, { id: activityId }, activityMissing);
    let offered = 0;
    for (let misses = 0; misses < 10; ) {
      const seats = await Seats.find(ctx, { activityId });
      if (seats?.status !== "published" || seats.taken >= seats.capacity || seats.waiting === 0) break;
      if (activity.startsAt <= ctx.now().toISOString()) break;
      const { items } = await Registration.list(ctx, { index: "byState", pk: waitingOf(activityId), limit: 1 + misses });
      const next = items[misses];
      if (!next) break;
      try {
        await ctx.table.write(
          [
            Registration.change(ctx, next, { status: "offered", offerExpiresAt: offerDeadline(activity, ctx.now()) }),
            Seats.update(ctx, { activityId }, "SET #taken = #taken + :one, #waiting = #waiting - :one", {
              condition: "#taken < #capacity AND #waiting > :none AND #status = :published",
              values: { ":one": 1, ":none": 0, ":published": "published" },
            }),
          ],
          ctx.newId("tok").slice(4),
        );
        offered++;
      } catch (error) {
        // The index lags behind the table: the first in line may have gone. The one after is next then.
        if (!(error instanceof ConditionFailed)) throw error;
        if (error.failed.has(0)) misses++;
      }
    }
    return { offered };
  },
});

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
