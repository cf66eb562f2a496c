import type { ActivityStatus, RegistrationStatus } from "./kinds-schema.ts";
import type { ActivityContent } from "./schema.ts";

/** What follows from a change for those who registered. Pure, and light enough for a browser: what organisers are told is what notices do. */
export type News = "moved" | "called-off" | "reminder";

/** Who is written to. */
export const toldOf: Readonly<Record<News, readonly RegistrationStatus[]>> = {
  moved: ["confirmed"],
  "called-off": ["confirmed", "offered", "waitlisted", "requested"],
  reminder: ["confirmed"],
};

type InCalendars = Pick<ActivityContent, "startsAt" | "endsAt" | "timeZone" | "venue" | "title" | "onlineLink" | "onlineNote">;

/** What those who come have in their calendars; whoever has another one in theirs is told. */
const entry = ({ startsAt, endsAt, timeZone, venue, title, onlineLink, onlineNote }: InCalendars) =>
  JSON.stringify([startsAt, endsAt, timeZone, venue["zh-CN"], venue.en, title["zh-CN"], title.en, onlineLink, onlineNote]);
export const isNews = (was: InCalendars, is: InCalendars): boolean => entry(was) !== entry(is);

/** 草稿, 已发布（报名未开始）, 报名中, 报名截止, 已结束, 已取消. */
export const stages = ["draft", "announced", "open", "closed", "finished", "cancelled"] as const;
export type Stage = (typeof stages)[number];

/** Where an activity is, by its state and the clock. */
export function stageOf(
  of: Pick<ActivityContent, "registrationOpensAt" | "registrationClosesAt" | "endsAt"> & { readonly status: ActivityStatus },
  now: string,
): Stage {
  if (of.status !== "published") return of.status;
  if (of.endsAt <= now) return "finished";
  if (of.registrationClosesAt <= now) return "closed";
  return of.registrationOpensAt && of.registrationOpensAt > now ? "announced" : "open";
}
