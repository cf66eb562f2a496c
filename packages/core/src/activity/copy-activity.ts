import { createHash } from "node:crypto";
import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { Instant, labelled, localised } from "../platform/schema.ts";
import { seriesFull } from "./authoring-reasons.ts";
import { Activity, type ActivityRecord, Seats, Series } from "./entity.ts";
import { formOf } from "./fill-in.ts";
import { startingAt } from "./later-schema.ts";
import { draftOf, Versioned } from "./run-activity.ts";
import { type ActivityContent, activityMissing } from "./schema.ts";
import { partOf } from "./scope.ts";

/** What another activity may begin with: all that people wrote, and nothing of what became of it. */
export function contentOf(activity: ActivityRecord): ActivityContent {
  const { kind, title, summary, description, venue, onlineLink, onlineNote, region, chains, timeZone } = activity;
  const { startsAt, endsAt, registrationOpensAt, closedEarly, drawAt, capacity, offerHours } = activity;
  const { reminders, waitingList, quotas, tickets } = activity;
  return {
    ...{ kind, title, summary, description, venue, onlineLink, onlineNote, region, chains, timeZone },
    ...{ startsAt, endsAt, registrationOpensAt, drawAt, capacity, offerHours, reminders, waitingList, quotas, tickets },
    registrationClosesAt: closedEarly?.was ?? activity.registrationClosesAt,
  };
}

/** The registration form as it is now. */
const askedBy = async (ctx: Ctx, activityId: string) => formOf(ctx, activityId, (await Seats.find(ctx, { activityId }))?.form);

/** Every other time moves along with it, and must stay within the years that a time can be written in. */
const startsAt = labelled(
  Instant.refine((at) => at >= "1970" && at < "3000", {
    params: { words: { "zh-CN": "“开始时间”请选择 3000 年以前的日期。", en: "Starts: choose a date before the year 3000." } },
  }),
  "开始时间",
  "Starts",
);

/** Copies an activity to another time, as a draft with registrations of its own. */
export const copyActivity = command({
  input: z.object({
    activityId: z.string().max(40),
    startsAt,
    title: labelled(localised(120).optional(), "标题", "Title"),
  }),
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { activityId, startsAt: at, title }): Promise<{ id: string }> {
    const activity = await Activity.get(ctx, { id: activityId }, activityMissing);
    const { content, agenda } = startingAt({ content: contentOf(activity), agenda: activity.agenda }, at);
    const id = ctx.newId("act");
    await save(ctx, ...draftOf(ctx, { ...content, ...(title ? { title } : {}), agenda, id }, await askedBy(ctx, activityId)));
    return { id };
  },
});

export const mostInSeries = 60;
/** So many fit into one transaction, however much each of them says. */
const mostAtOnce = 12;

/** The same date of a series has the same id, so that a repeated call makes nothing twice. */
const idOf = (series: string, at: string) =>
  `act_${createHash("sha256")
    .update(`${series}|${at}`)
    .digest("hex")
    .slice(0, 26)
    .replace(/^[89a-f]/, "7")}`;

/** Makes the next dates of an activity, all or none, as drafts that are a series with it; each has registrations of its own. */
export const repeatActivity = command({
  input: Versioned.extend({ starts: z.array(startsAt).min(1).max(mostAtOnce) }),
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { activityId, version, starts }): Promise<{ series: string; activities: string[] }> {
    const activity = await Activity.get(ctx, { id: activityId }, activityMissing);
    const id = activity.series ?? `ser_${activityId.slice("act_".length)}`;
    const known = await Series.find(ctx, { id });
    const wanted = [...new Set(starts)].filter((at) => at !== activity.startsAt).map((at) => ({ at, copy: idOf(id, at) }));
    const made = wanted.map(({ copy }) => copy);
    const fresh = wanted.filter(({ copy }) => !known?.activities.includes(copy));
    if (fresh.length === 0) return { series: id, activities: made };
    if (activity.version !== version) throw new DomainError(changedMeanwhile);
    const activities = [...(known?.activities ?? [activityId]), ...fresh.map(({ copy }) => copy)];
    if (activities.length > mostInSeries) throw new DomainError(seriesFull, { params: { most: mostInSeries } });
    const form = await askedBy(ctx, activityId);
    const copies = fresh.flatMap(({ at, copy }) => {
      const { content, agenda } = startingAt({ content: contentOf(activity), agenda: activity.agenda }, at);
      return draftOf(ctx, { ...content, agenda, id: copy, series: id }, form);
    });
    await save(
      ctx,
      known ? Series.change(ctx, known, { activities }) : Series.create(ctx, { id, activities }),
      ...(activity.series ? [] : [Activity.change(ctx, activity, { series: id })]),
      ...copies,
    );
    return { series: id, activities: made };
  },
});

/** The activities of a series, the first one first; those that are in none are alone. */
export async function together(ctx: Ctx, { series, id }: ActivityRecord): Promise<(ActivityRecord & Stored)[]> {
  const known = series ? await Series.find(ctx, { id: series }) : undefined;
  const keys = (known?.activities ?? [id]).map((one) => Activity.key({ id: one }));
  const found = (await ctx.table.getMany(keys)).map(Activity.read);
  return found.sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}

/** What is shown of the others of a series. */
export interface SeriesRow
  extends Pick<ActivityRecord, "id" | "title" | "status" | "startsAt" | "endsAt" | "registrationClosesAt"> {
  readonly registrationOpensAt?: string | undefined;
  readonly timeZone: string;
}

/** All dates of the series that an activity is one of, itself among them; none where it is in no series. */
export const listSeries = command({
  input: z.object({ activityId: z.string().max(40) }),
  access: ["organiser", "auditor"],
  scope: partOf,
  async run(ctx, { activityId }): Promise<{ items: SeriesRow[] }> {
    const activity = await Activity.get(ctx, { id: activityId }, activityMissing);
    if (!activity.series) return { items: [] };
    const rows = (await together(ctx, activity)).map((a): SeriesRow => {
      const { id, title, status, startsAt: at, endsAt, registrationOpensAt, registrationClosesAt, timeZone } = a;
      return { id, title, status, startsAt: at, endsAt, registrationOpensAt, registrationClosesAt, timeZone };
    });
    return { items: rows };
  },
});
