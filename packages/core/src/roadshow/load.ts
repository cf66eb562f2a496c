import type { Ctx } from "../platform/context.ts";
import type { Entity, Stored } from "../platform/entity.ts";
import { type HeldProject, projectsById } from "../project/index.ts";
import {
  type CallRecord,
  Calls,
  Entries,
  type EntryRecord,
  inRoadshow,
  type JurorRecord,
  Jurors,
  type ScoreRecord,
  Scores,
} from "./entity.ts";
import { type Result, resultsOf } from "./results.ts";
import { callMissing } from "./schema.ts";

/** Everything of one roadshow: a call takes at most 300 projects, so all of it is read at once. */
export interface Roadshow {
  readonly call: CallRecord & Stored;
  readonly entries: readonly (EntryRecord & Stored)[];
  readonly scores: readonly (ScoreRecord & Stored)[];
  readonly projects: ReadonlyMap<string, HeldProject>;
  readonly jurors: ReadonlyMap<string, JurorRecord>;
  readonly results: ReadonlyMap<string, Result>;
}

async function all<T extends object, K>(
  ctx: Ctx,
  entity: Entity<T, K>,
  of: { pk: string; begins: string },
): Promise<(T & Stored)[]> {
  const found: (T & Stored)[] = [];
  let cursor: string | undefined;
  do {
    const page = await entity.list(ctx, { ...of, limit: 1000, cursor });
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return found;
}

export const allEntries = (ctx: Ctx, activityId: string) => all(ctx, Entries, inRoadshow(activityId, "entry"));
export const allScores = (ctx: Ctx, activityId: string) => all(ctx, Scores, inRoadshow(activityId, "score"));

export async function loadRoadshow(ctx: Ctx, activityId: string): Promise<Roadshow> {
  const [call, entries, scores] = await Promise.all([
    Calls.get(ctx, { activityId }, callMissing),
    allEntries(ctx, activityId),
    allScores(ctx, activityId),
  ]);
  const [projects, jurors] = await Promise.all([
    projectsById(ctx, [...new Set(entries.map(({ projectId }) => projectId))]),
    jurorsById(ctx, [...new Set(scores.map(({ jurorId }) => jurorId))]),
  ]);
  return { call, entries, scores, projects, jurors, results: resultsIn(call, entries, scores) };
}

export async function jurorsById(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, JurorRecord>> {
  const found = new Map<string, JurorRecord>();
  for (let at = 0; at < ids.length; at += 100)
    for (const item of await ctx.table.getMany(
      ids.slice(at, at + 100).map((memberId) => Jurors.key({ memberId })),
      true,
    )) {
      const juror = Jurors.read(item);
      if (juror.organisation) found.set(juror.memberId, juror);
    }
  return found;
}

/** What those who are still in reached, by what was handed in. */
export const resultsIn = (call: CallRecord, entries: readonly EntryRecord[], scores: readonly ScoreRecord[]) => {
  const inside = new Set(entries.filter(({ status }) => status === "submitted").map(({ id }) => id));
  return resultsOf(
    scores.filter(({ status, entryId }) => status === "handed-in" && inside.has(entryId)),
    call,
  );
};
