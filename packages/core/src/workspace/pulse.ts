import * as z from "zod";
import { activitiesWithin, listRegistrations, seatsKey } from "../activity/index.ts";
import { actorName, roles } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import { allNotices, Notices, Works, workOf } from "./entity.ts";
import { isFor } from "./inbox.ts";
import { namesUnderWay } from "./under-way.ts";

/** Activities whose registrations one window follows at the same time. */
const most = 5;

/**
 * A number for each topic that changes when the topic does, so that a page knows what to ask for again: `notices`, `work`,
 * `under-way`, and `registrations:<activityId>` for each activity asked for. At most seven reads whatever is followed, and one more for a role that
 * holds for certain chains; nothing is written for it.
 */
export const readPulse = command({
  input: z.object({
    activities: z
      .string()
      .max(300)
      .default("")
      .transform((text) => text.split(",").filter(Boolean))
      .pipe(z.array(z.string().max(40)).max(most)),
  }),
  access: roles,
  scope: "itself",
  async run(ctx, { activities }): Promise<Readonly<Record<string, string>>> {
    const followed = async () => {
      const mine = await activitiesWithin(ctx, listRegistrations.access, activities);
      return mine.length ? ctx.table.getMany(mine.map(seatsKey)) : [];
    };
    const [notices, work, seats, underWay] = await Promise.all([
      Notices.list(ctx, { pk: allNotices, limit: 20, newestFirst: true }),
      Works.list(ctx, { pk: workOf(actorName(ctx.actor)), limit: 5, newestFirst: true }),
      followed(),
      namesUnderWay(ctx),
    ]);
    return {
      notices: notices.items.find((notice) => isFor(notice, ctx.actor))?.id ?? "",
      work: work.items.map(({ id, version }) => `${id}.${version}`).join(" "),
      ...(underWay === undefined ? {} : { "under-way": underWay }),
      ...Object.fromEntries(seats.map((item) => [`registrations:${item.activityId}`, String(item.updatedAt)])),
    };
  },
});
