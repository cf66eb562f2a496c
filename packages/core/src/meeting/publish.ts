import * as z from "zod";
import { holdersOf, partOf } from "../activity/index.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { Reference } from "../platform/schema.ts";
import { ConditionFailed } from "../platform/table.ts";
import { agreedOf, allRequests, profilesOf } from "./agreed.ts";
import { Draft, type DraftRecord, type Row, Schedule, type ScheduleRecord, Setup } from "./entity.ts";
import { noDraft, noSetup } from "./schema.ts";
import { overlaps } from "./slots.ts";

/** Nobody in two meetings at once, no table with two; the first that is wrong, if any. Shares no code with what makes schedules. */
export function clashOf(rows: readonly Pick<Row, "a" | "b" | "startsAt" | "endsAt" | "table" | "id">[]): string | undefined {
  for (const [i, one] of rows.entries())
    for (const other of rows.slice(i + 1)) {
      if (!overlaps(one, other)) continue;
      const shared = [one.a, one.b, `table ${one.table}`].find((who) => [other.a, other.b, `table ${other.table}`].includes(who));
      if (shared) return `${one.id} and ${other.id}`;
    }
  return undefined;
}

/** What calendars have to be told: a row that changed has a higher sequence; one that is gone stays, cancelled unless it is over already. */
export function follow(before: ScheduleRecord["rows"], rows: DraftRecord["rows"], now: string): Row[] {
  const next = new Map(rows.map((row) => [row.id, row]));
  const known = new Map(before.map((row) => [row.id, row]));
  const kept = before.flatMap((row): Row[] => {
    if (next.has(row.id)) return [];
    return [row.cancelled || row.endsAt <= now ? row : { ...row, cancelled: true, sequence: row.sequence + 1 }];
  });
  const held = rows.map((row): Row => {
    const had = known.get(row.id);
    const same = had && !had.cancelled && had.startsAt === row.startsAt && had.endsAt === row.endsAt && had.table === row.table;
    return { ...row, sequence: had ? had.sequence + (same ? 0 : 1) : 0 };
  });
  return [...held, ...kept];
}

/**
 * Publishes the draft that was looked at. A meeting that ended after the draft was made is left out, and named; everybody whose plan changed is told.
 * @throws DomainError `meeting.no-draft`, `record.changed`
 */
export const publishSchedule = command({
  input: z.object({ activityId: Reference, version: z.int().min(1) }),
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { activityId, version }): Promise<{ published: number; ended: number }> {
    for (let attempt = 0; ; attempt++) {
      const [setup, draft, schedule] = await Promise.all([
        Setup.find(ctx, { activityId }),
        Draft.find(ctx, { activityId }),
        // Read before what it is checked against: whatever ends later changes it.
        Schedule.get(ctx, { activityId }, noSetup),
      ]);
      if (!setup || draft?.version !== version || draft.rows.length + draft.unplaced.length === 0) throw new DomainError(noDraft);
      const rows = await stillAgreed(ctx, activityId, draft.rows);
      const clash = clashOf(rows);
      if (clash) throw new Error(`a draft with somebody or a table twice at once: ${clash}`);
      const now = ctx.now().toISOString();
      const next = { publishedAt: now, rows: follow(schedule.rows, rows, now) };
      const spent = Draft.change(ctx, draft, { rows: [], unplaced: [] });
      try {
        await ctx.table.write([Schedule.change(ctx, schedule, next), spent], ctx.newId("tok").slice(4));
        return { published: rows.length, ended: draft.rows.length - rows.length };
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        if (error.failed.has(1) || attempt >= 8) throw new DomainError(changedMeanwhile);
      }
    }
  },
});

/** Rows whose two sides still agree, take part, and hold their seats. */
async function stillAgreed(ctx: Ctx, activityId: string, rows: DraftRecord["rows"]): Promise<DraftRecord["rows"]> {
  const [requests, profiles] = await Promise.all([allRequests(ctx, activityId), profilesOf(ctx, activityId)]);
  const agreed = new Set(agreedOf(requests, profiles).map(({ id }) => id));
  const people = [...new Set(rows.flatMap(({ a, b }) => [a, b]))];
  const seated = new Set<string>();
  for (let at = 0; at < people.length; at += 100)
    for (const [person, { status }] of await holdersOf(ctx, activityId, people.slice(at, at + 100)))
      if (status === "confirmed") seated.add(person);
  return rows.filter(({ id, a, b }) => agreed.has(id) && seated.has(a) && seated.has(b));
}
