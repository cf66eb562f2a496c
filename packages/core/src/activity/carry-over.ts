import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import type { Words } from "../platform/text.ts";
import { localTime } from "../platform/zone.ts";
import { notInSeries } from "./authoring-reasons.ts";
import { type Carried, carried } from "./carried-schema.ts";
import { contentOf, together } from "./copy-activity.ts";
import { Activity, type ActivityRecord } from "./entity.ts";
import { mover, startingAt } from "./later-schema.ts";
import { applyContent, Versioned } from "./run-activity.ts";
import { type ActivityContent, activityMissing } from "./schema.ts";
import { partOf } from "./scope.ts";

const fieldsOf: Readonly<Record<Exclude<Carried, "agenda" | "times">, readonly (keyof ActivityContent)[]>> = {
  texts: ["kind", "title", "summary", "description"],
  place: ["venue", "region", "onlineLink", "onlineNote"],
  places: ["capacity", "offerHours", "waitingList", "quotas", "tickets"],
  reminders: ["reminders"],
  chains: ["chains"],
};

export interface CarriedRow {
  readonly activityId: string;
  readonly startsAt: string;
  readonly outcome: "changed" | "same" | "refused";
  readonly because?: Words;
}

/**
 * Takes what was changed of one activity over to all later dates of its series that are neither over nor cancelled. Each date keeps its day and its
 * registrations; what cannot be carried over is reported by date, and calling it again changes nothing that is the same already.
 */
export const carryOver = command({
  input: Versioned.extend({ parts: z.array(z.enum(carried)).min(1).max(carried.length) }),
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { activityId, version, parts }): Promise<{ rows: CarriedRow[] }> {
    const activity = await Activity.get(ctx, { id: activityId }, activityMissing);
    if (activity.version !== version) throw new DomainError(changedMeanwhile);
    if (!activity.series) throw new DomainError(notInSeries);
    const now = ctx.now().toISOString();
    const later = (await together(ctx, activity)).filter(
      ({ startsAt, status }) => startsAt > activity.startsAt && startsAt > now && status !== "cancelled",
    );
    const rows: CarriedRow[] = [];
    for (const one of later)
      rows.push({ activityId: one.id, startsAt: one.startsAt, ...(await carry(ctx, activity, one, parts)) });
    return { rows };
  },
});

async function carry(ctx: Ctx, from: ActivityRecord, to: ActivityRecord & Stored, parts: readonly Carried[]) {
  const was = { content: contentOf(to), agenda: to.agenda };
  const next = carriedTo(from, to, parts);
  if (isDeepStrictEqual(plain(was), plain(next))) return { outcome: "same" } as const;
  // An early close of the later date stays.
  const content = { ...next.content, ...(to.closedEarly ? { registrationClosesAt: to.registrationClosesAt } : {}) };
  try {
    await applyContent(ctx, to, content, { agenda: next.agenda });
    return { outcome: "changed" } as const;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { outcome: "refused", because: { "zh-CN": error.say("zh-CN"), en: error.say("en") } } as const;
  }
}

const plain = (of: object) => JSON.parse(JSON.stringify(of)) as unknown;

function carriedTo(from: ActivityRecord, to: ActivityRecord, parts: readonly Carried[]) {
  const own = contentOf(to);
  // The same time of day on the later date's own day.
  const day = mover(from.startsAt, sameHour(from, to), from.timeZone)(from.startsAt);
  const at = parts.includes("times") ? day : own.startsAt;
  const there = startingAt({ content: contentOf(from), agenda: from.agenda }, at);
  const content: ActivityContent = { ...own };
  for (const part of parts)
    if (part === "times") {
      const { startsAt, endsAt, registrationOpensAt, registrationClosesAt, timeZone } = there.content;
      Object.assign(content, { startsAt, endsAt, registrationOpensAt, registrationClosesAt, timeZone });
    } else if (part !== "agenda") for (const field of fieldsOf[part]) Object.assign(content, { [field]: there.content[field] });
  return { content, agenda: parts.includes("agenda") ? there.agenda : to.agenda };
}

/** The later date's day with the hour of the one that is carried over. */
function sameHour(from: ActivityRecord, to: ActivityRecord): string {
  const zone = from.timeZone;
  const days = (instant: string) => Date.parse(`${localTime(instant, zone).slice(0, 10)}T00:00:00Z`);
  return new Date(Date.parse(from.startsAt) + days(to.startsAt) - days(from.startsAt)).toISOString();
}
