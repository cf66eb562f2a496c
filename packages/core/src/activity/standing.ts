import * as z from "zod";
import { command } from "../platform/command.ts";
import { Registration, registrationsOf, Seats } from "./entity.ts";
import { activityMissing } from "./schema.ts";
import { partOf } from "./scope.ts";

/** How many a change would concern, by how they stand. */
export interface Standing {
  readonly confirmed: number;
  readonly offered: number;
  readonly waitlisted: number;
  readonly requested: number;
  /** Reckoned from the counter, since there are too many to look at each: who is offered a seat, and seats that codes hold, are among the confirmed. */
  readonly about: boolean;
}

const most = 2000;

/** Who is registered now, in numbers: what an organiser is told before a change. */
export const seeStanding = command({
  input: z.object({ activityId: z.string().max(40) }),
  access: ["organiser", "auditor"],
  scope: partOf,
  async run(ctx, { activityId }): Promise<Standing> {
    const seats = await Seats.get(ctx, { activityId }, activityMissing);
    const counts = { confirmed: 0, offered: 0, waitlisted: 0, requested: 0 };
    let read = 0;
    let cursor: string | undefined;
    do {
      if (read >= most) return { ...counts, confirmed: seats.taken, waitlisted: seats.waiting, offered: 0, about: true };
      const page = await Registration.list(ctx, { pk: registrationsOf(activityId), limit: 500, cursor });
      for (const { status } of page.items) if (status !== "refused" && status !== "cancelled") counts[status]++;
      read += page.items.length;
      cursor = page.cursor;
    } while (cursor);
    return { ...counts, about: false };
  },
});
