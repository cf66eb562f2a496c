import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { type HeldProject, projectsById } from "../project/index.ts";
import { masking, maskLocalised } from "./blind.ts";
import { sameOrganisation } from "./conflict.ts";
import {
  type CallRecord,
  Calls,
  Entries,
  type EntryRecord,
  inRoadshow,
  Jurors,
  type ScoreRecord,
  Scores,
  scoresOf,
} from "./entity.ts";
import { callMissing, declareFirst, inConflict, type JuryEntry, notAssigned } from "./schema.ts";

/** What a juror has before them, once nothing stands against it. */
export interface Desk {
  readonly call: CallRecord;
  readonly entry: EntryRecord;
  readonly project: HeldProject;
  readonly score: ScoreRecord & Stored;
}

/**
 * Opens a project for the juror who acts.
 * @throws DomainError `roadshow.not-assigned`, `roadshow.declare-first`, `roadshow.conflict`
 */
export async function openDesk(ctx: Ctx, { activityId, entryId }: { activityId: string; entryId: string }): Promise<Desk> {
  const jurorId = ctx.actor.kind === "staff" ? ctx.actor.id : "";
  const [score, juror, entry, call] = await Promise.all([
    Scores.get(ctx, { activityId, entryId, jurorId }, notAssigned),
    Jurors.find(ctx, { memberId: jurorId }),
    Entries.get(ctx, { activityId, id: entryId }, notAssigned),
    Calls.get(ctx, { activityId }, callMissing),
  ]);
  if (score.status === "removed" || entry.status === "withdrawn") throw new DomainError(notAssigned);
  if (score.status === "conflict") throw new DomainError(inConflict);
  if (!juror?.organisation) throw new DomainError(declareFirst);
  const project = (await projectsById(ctx, [entry.projectId])).get(entry.projectId);
  if (!project) throw new DomainError(notAssigned);
  if (!score.cleared && sameOrganisation(juror, project)) throw new DomainError(inConflict);
  return { call, entry, project, score };
}

/** Whether marks are still taken. */
export const isOpen = (ctx: Ctx, call: CallRecord): boolean => !call.result && call.scoringClosesAt > ctx.now().toISOString();

/** The texts of a project as its juror may know them: where scoring is blind, nothing of whose it is. */
export function juryProject({ call, entry, project }: Omit<Desk, "score">): JuryEntry["project"] {
  const { title, problem, advantage, economics, chain, trl, ways, askingFrom, askingTo, organisation, contact } = project;
  const blind = call.scoring === "blind";
  const mask = blind
    ? masking([organisation, project.creditCode, contact.name, contact.email, contact.phone, entry.presenter.name, project.id])
    : (text: string) => text;
  return {
    title: maskLocalised(mask, title),
    problem: maskLocalised(mask, problem),
    advantage: maskLocalised(mask, advantage),
    economics: maskLocalised(mask, economics),
    ...{ chain, trl, ways },
    ...(askingFrom === undefined ? {} : { askingFrom }),
    ...(askingTo === undefined ? {} : { askingTo }),
    ...(entry.note ? { note: mask(entry.note) } : {}),
    ...(blind ? {} : { organisation, presenter: entry.presenter.name }),
  };
}

/** What others handed in, without who they are: only where scoring is open, and after one's own. */
export async function othersOf(ctx: Ctx, { call, score }: Desk): Promise<JuryEntry["others"]> {
  if (call.scoring === "blind" || score.status !== "handed-in") return [];
  const { pk } = inRoadshow(score.activityId, "score");
  const { items } = await Scores.list(ctx, { pk, begins: scoresOf(score.entryId), limit: 100 });
  return items
    .filter(({ status, jurorId }) => status === "handed-in" && jurorId !== score.jurorId)
    .map(({ scores, comment }) => ({ scores, ...(comment ? { comment } : {}) }));
}
