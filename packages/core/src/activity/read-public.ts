import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Page } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { readingAhead } from "../platform/read-ahead.ts";
import { Paging } from "../platform/schema.ts";
import { Activity, Seats } from "./entity.ts";
import { toPublic } from "./public-view.ts";
import { seatsOfMany } from "./read-seats.ts";
import { activityMissing, type PublicActivity } from "./schema.ts";

/** One activity as the public may know it. A draft is not found, nor one that was cancelled as a draft. */
export const readActivity = command({
  input: z.object({ activityId: z.string().max(40) }),
  access: "public",
  async run(ctx, { activityId }): Promise<PublicActivity> {
    const [activity, seats] = await Promise.all([Activity.find(ctx, { id: activityId }), Seats.find(ctx, { activityId })]);
    const shown = activity?.status === "published" || (activity?.status === "cancelled" && activity.publishedAt);
    if (!activity || !shown) throw new DomainError(activityMissing);
    return toPublic(activity, seats, ctx.now());
  },
});

/** Published activities, the next first, without their agendas. */
export const listPublicActivities = command({
  input: Paging,
  access: "public",
  async run(ctx, { limit, cursor }): Promise<Page<PublicActivity>> {
    const ahead = readingAhead(ctx, `public-activities ${limit} ${cursor ?? ""}`);
    const page = await Activity.list(ahead, { index: "byState", pk: "activity#published", limit, cursor });
    const seats = await seatsOfMany(ahead, page.items);
    const shown = page.items.map((a) => toPublic(a, seats.get(a.id), ctx.now()));
    return { ...page, items: shown.map(({ agenda: _, ...activity }) => activity) };
  },
});
