import * as z from "zod";
import { reaches } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import type { Page, Stored } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { Paging } from "../platform/schema.ts";
import { Activity, type ActivityRecord, Registration, type RegistrationRecord, registrationsOf, Seats } from "./entity.ts";
import { toPublic } from "./public-view.ts";
import { activityMissing, activityStatuses, type PublicActivity } from "./schema.ts";
import { partOf } from "./scope.ts";

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

/** Published activities, the next first. */
export const listPublicActivities = command({
  input: Paging,
  access: "public",
  async run(ctx, { limit, cursor }): Promise<Page<PublicActivity>> {
    const page = await Activity.list(ctx, { index: "byState", pk: "activity#published", limit, cursor });
    const items = await Promise.all(
      page.items.map(async (a) => toPublic(a, await Seats.find(ctx, { activityId: a.id }), ctx.now())),
    );
    return { ...page, items };
  },
});

/** What organisers see in their list. */
export type ActivityRow = ActivityRecord & Stored & { readonly taken: number; readonly waiting: number };

export const listActivities = command({
  input: Paging.extend({ status: z.enum(activityStatuses).default("published") }),
  access: ["organiser", "auditor"],
  scope: "itself",
  async run(ctx, { status, limit, cursor }): Promise<Page<ActivityRow>> {
    const page = await Activity.list(ctx, { index: "byState", pk: `activity#${status}`, limit, cursor, newestFirst: true });
    const own = page.items.filter(({ id, chains }) => reaches(ctx.actor, listActivities.access, { activity: id, chains }));
    const items = await Promise.all(
      own.map(async (activity) => {
        const seats = await Seats.find(ctx, { activityId: activity.id });
        return { ...activity, taken: seats?.taken ?? 0, waiting: seats?.waiting ?? 0 };
      }),
    );
    return { ...page, items };
  },
});

export const getActivity = command({
  input: z.object({ activityId: z.string().max(40) }),
  access: ["organiser", "auditor"],
  scope: partOf,
  async run(ctx, { activityId }): Promise<ActivityRow> {
    const activity = await Activity.get(ctx, { id: activityId }, activityMissing);
    const seats = await Seats.find(ctx, { activityId });
    return { ...activity, taken: seats?.taken ?? 0, waiting: seats?.waiting ?? 0 };
  },
});

/** Who registered, for those who run the activity. */
export const listRegistrations = command({
  input: Paging.extend({ activityId: z.string().max(40) }),
  access: ["organiser", "check-in", "auditor"],
  scope: partOf,
  run: (ctx, { activityId, limit, cursor }): Promise<Page<RegistrationRecord & Stored>> =>
    Registration.list(ctx, { pk: registrationsOf(activityId), limit, cursor }),
});
