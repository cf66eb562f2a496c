import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Page, Stored } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { every, holding, Narrow } from "../platform/listing.ts";
import { readingAhead } from "../platform/read-ahead.ts";
import { Reference } from "../platform/schema.ts";
import { sameOrganisation } from "./conflict.ts";
import type { EntryRecord } from "./entity.ts";
import { loadRoadshow, type Roadshow } from "./load.ts";
import { reservePlace } from "./own.ts";
import { weighted } from "./results.ts";
import { decisions, type EntryDetail, type EntryRow, entryMissing, mostEntries } from "./schema.ts";
import { partOfRoadshow, watchers } from "./scope.ts";

/** The projects of a roadshow with their results, the best first, then those without one. A call takes at most 300: they come as one page. */
export const listEntries = command({
  input: z.object({
    activityId: Reference,
    q: z.string().max(100).optional(),
    decision: Narrow(z.enum([...decisions, "none"])),
    limit: z.coerce.number().int().min(1).max(500).default(mostEntries),
    cursor: z.string().max(10).optional(),
  }),
  access: watchers,
  scope: partOfRoadshow,
  async run(ctx, { activityId, q, decision, limit, cursor }): Promise<Page<EntryRow>> {
    const roadshow = await loadRoadshow(readingAhead(ctx, `entries of ${activityId}`), activityId);
    const keep = every<EntryRow>(
      await holding(ctx, q, (e) => [e.title["zh-CN"], e.title.en, e.organisation, e.presenter, e.id]),
      decision && ((e) => (e.decision?.is ?? "none") === decision),
    );
    const rows = roadshow.entries.flatMap((entry) => rowOf(roadshow, entry) ?? []).filter((row) => !keep || keep(row));
    rows.sort((a, b) => (a.rank ?? mostEntries + 1) - (b.rank ?? mostEntries + 1) || a.submittedAt.localeCompare(b.submittedAt));
    const from = Number(cursor ?? 0) || 0;
    const more = from + limit < rows.length;
    return { items: rows.slice(from, from + limit), ...(more ? { cursor: String(from + limit) } : {}) };
  },
});

/** One of them, with everything that was said of it. */
export const getEntry = command({
  input: z.object({ activityId: Reference, entryId: Reference }),
  access: watchers,
  scope: partOfRoadshow,
  async run(ctx, { activityId, entryId }): Promise<EntryDetail> {
    const roadshow = await loadRoadshow(ctx, activityId);
    const entry = roadshow.entries.find(({ id }) => id === entryId);
    const row = entry && rowOf(roadshow, entry);
    const held = entry && roadshow.projects.get(entry.projectId);
    if (!entry || !row || !held) throw new DomainError(entryMissing);
    const { person: _, ...project } = held;
    return {
      entry: row,
      project,
      presenter: entry.presenter,
      consent: entry.consent,
      ...(entry.note ? { note: entry.note } : {}),
      scores: roadshow.scores
        .filter((score) => score.entryId === entryId && score.status === "handed-in")
        .map(({ jurorId, scores, comment, handedInAt }) => ({
          ...{ jurorId, scores },
          ...(comment ? { comment } : {}),
          ...(handedInAt ? { handedInAt } : {}),
        })),
    };
  },
});

export function rowOf(roadshow: Roadshow, entry: EntryRecord & Stored): EntryRow | undefined {
  const { call, projects, jurors, results, entries } = roadshow;
  const project = projects.get(entry.projectId);
  if (!project) return undefined;
  const own = roadshow.scores.filter(({ entryId, status }) => entryId === entry.id && status !== "removed");
  const proposedFor = (score: (typeof own)[number]) => {
    const juror = jurors.get(score.jurorId);
    return Boolean(!score.cleared && juror && sameOrganisation(juror, project));
  };
  const counting = own.filter((score) => score.status !== "conflict" && !(score.status !== "handed-in" && proposedFor(score)));
  const handedIn = own.filter(({ status }) => status === "handed-in");
  const result = results.get(entry.id);
  const { is, reason, at } = entry.decision ?? {};
  return {
    ...{ id: entry.id, version: entry.version, projectId: project.id, projectStatus: project.status },
    ...{ projectVersion: project.version, title: project.title, organisation: project.organisation },
    ...{ chain: project.chain, trl: project.trl, presenter: entry.presenter.name },
    ...{ status: entry.status, submittedAt: entry.submittedAt, tied: result?.tied ?? false },
    ...(result ? { value: result.value, rank: result.rank } : {}),
    ...{ assigned: counting.length, handedIn: handedIn.length },
    missing: Math.max(counting.length, call.jurorsEach) - handedIn.length,
    changed: project.status !== "listed" && handedIn.some(({ seen }) => seen !== undefined && seen !== project.version),
    ...(is && at ? { decision: { is, at, ...(reason ? { reason } : {}) } } : {}),
    ...(call.result && is === "reserve" ? { reservePlace: reservePlace(entry.id, call.result.reserve, entries) } : {}),
    ...(entry.mark ? { mark: entry.mark } : {}),
    jurors: own.map((score) => ({
      ...{ id: score.jurorId, status: score.status, proposed: proposedFor(score), version: score.version },
      ...(score.status === "handed-in"
        ? { total: Math.round(weighted(score.scores, call.criteria, call.scale) * 100) / 100 }
        : {}),
    })),
  };
}
