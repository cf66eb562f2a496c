import * as z from "zod";
import { membersWith, type Named } from "../identity/index.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Page } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { Reference } from "../platform/schema.ts";
import type { Write } from "../platform/table.ts";
import { sameOrganisation } from "./conflict.ts";
import { distributed } from "./distribute.ts";
import { Entries, type EntryRecord, type ScoreRecord, Scores } from "./entity.ts";
import { count, one, throughGate } from "./gate.ts";
import { allScores, jurorsById, loadRoadshow } from "./load.ts";
import { entryMissing, type JurorRow, jurorMissing, Remark, resultOut, scoreStep } from "./schema.ts";
import { partOfRoadshow, runners, watchers } from "./scope.ts";

const Pair = z.object({ activityId: Reference, entryId: Reference, jurorId: Reference });

const jurorsFor = async (ctx: Ctx, activityId: string) => membersWith(ctx, "jury", await partOfRoadshow(ctx, { activityId }));

/** The jurors of a roadshow: members whose role holds for it, with what they have to do. */
export const listJurors = command({
  input: z.object({ activityId: Reference }),
  access: watchers,
  scope: partOfRoadshow,
  async run(ctx, { activityId }): Promise<Page<JurorRow>> {
    const [members, scores] = await Promise.all([jurorsFor(ctx, activityId), allScores(ctx, activityId)]);
    const declared = await jurorsById(
      ctx,
      members.map(({ id }) => id),
    );
    return {
      items: members.map(({ id, name }) => {
        const own = scores.filter((score) => score.jurorId === id);
        const of = (...states: ScoreRecord["status"][]) => own.filter(({ status }) => states.includes(status)).length;
        const organisation = declared.get(id)?.organisation;
        return {
          ...{ id, name, assigned: of("assigned", "draft", "handed-in"), handedIn: of("handed-in"), conflicts: of("conflict") },
          ...(organisation ? { organisation } : {}),
        };
      }),
    };
  },
});

/** Gives a project to a juror. Doing it twice changes nothing; one who was taken off has it again, with what was in the draft. */
export const assignJuror = command({
  input: Pair,
  access: runners,
  scope: partOfRoadshow,
  async run(ctx, { activityId, entryId, jurorId }): Promise<{ status: ScoreRecord["status"] }> {
    const [entry, member, known] = await Promise.all([
      Entries.get(ctx, { activityId, id: entryId }, entryMissing),
      jurorsFor(ctx, activityId).then((all) => all.find(({ id }) => id === jurorId)),
      Scores.find(ctx, { activityId, entryId, jurorId }),
    ]);
    if (!member || entry.status === "withdrawn") throw new DomainError(jurorMissing);
    if (known && known.status !== "removed") return { status: known.status };
    const status = "assigned";
    const write = known
      ? Scores.change(ctx, known, { status, handedInAt: undefined })
      : Scores.create(ctx, blank(activityId, entryId, member));
    await beforeResult(ctx, activityId, [write]);
    return { status };
  },
});

const blank = (activityId: string, entryId: string, { id, person }: Named): ScoreRecord => ({
  ...{ activityId, entryId, jurorId: id, person, status: "assigned", scores: {} },
});

/** Takes a juror off a project: from now on they neither see nor score it, and what they handed in does not count. */
export const removeJuror = command({
  input: Pair,
  access: runners,
  scope: partOfRoadshow,
  async run(ctx, { activityId, entryId, jurorId }): Promise<{ status: ScoreRecord["status"] }> {
    const score = await Scores.get(ctx, { activityId, entryId, jurorId }, jurorMissing);
    if (score.status !== "removed")
      await beforeResult(ctx, activityId, [Scores.change(ctx, score, { status: "removed" })], score.status === "handed-in");
    return { status: "removed" };
  },
});

/** Says that a juror only seems to be of the project's organisation, or that a declared conflict is none: the juror may score it. */
export const clearConflict = command({
  input: Pair,
  access: runners,
  scope: partOfRoadshow,
  async run(ctx, { activityId, entryId, jurorId }): Promise<{ status: ScoreRecord["status"] }> {
    const score = await Scores.get(ctx, { activityId, entryId, jurorId }, jurorMissing);
    if (score.status === "removed") throw new DomainError(scoreStep);
    const status = score.status === "conflict" ? "assigned" : score.status;
    await beforeResult(ctx, activityId, [Scores.change(ctx, score, { status, cleared: true })]);
    return { status };
  },
});

/** Gives a score that was handed in back to its juror, and says why. */
export const reopenScore = command({
  input: Pair.extend({ remark: Remark }),
  access: runners,
  scope: partOfRoadshow,
  async run(ctx, { activityId, entryId, jurorId, remark }): Promise<{ status: ScoreRecord["status"] }> {
    const score = await Scores.get(ctx, { activityId, entryId, jurorId }, jurorMissing);
    if (score.status !== "handed-in") throw new DomainError(scoreStep);
    const patch = { status: "draft", reopened: remark, handedInAt: undefined } as const;
    await beforeResult(ctx, activityId, [Scores.change(ctx, score, patch)], true);
    return { status: "draft" };
  },
});

/** Writes while no result is out; `less` where one score fewer counts. */
const beforeResult = (ctx: Ctx, activityId: string, writes: readonly Write[], less = false) =>
  throughGate(
    ctx,
    activityId,
    {
      set: less ? `${count("handedIn", -1)}, ${count("decisions", 1)}` : count("decisions", 1),
      condition: "attribute_not_exists(#resultAt)",
      values: one,
    },
    writes,
    () => new DomainError(resultOut),
  );

/** Gives every project as many jurors as the call asks for, evenly, past conflicts; says which projects still lack some. */
export const distributeJurors = command({
  input: z.object({ activityId: Reference }),
  access: runners,
  scope: partOfRoadshow,
  async run(ctx, { activityId }): Promise<{ assigned: number; short: readonly string[] }> {
    const [{ call, entries, scores, projects }, members] = await Promise.all([
      loadRoadshow(ctx, activityId),
      jurorsFor(ctx, activityId),
    ]);
    if (call.result) throw new DomainError(resultOut);
    const ids = members.map(({ id }) => id);
    const declared = await jurorsById(ctx, ids);
    const conflicted = (entry: EntryRecord) =>
      ids.filter((id) => {
        const [juror, project] = [declared.get(id), projects.get(entry.projectId)];
        return juror && project && sameOrganisation(juror, project);
      });
    const needing = entries
      .filter(({ status }) => status === "submitted")
      .map((entry) => {
        const own = scores.filter(({ entryId }) => entryId === entry.id);
        const has = own.filter(({ status }) => status !== "removed" && status !== "conflict").map(({ jurorId }) => jurorId);
        const cleared = own.filter(({ cleared }) => cleared).map(({ jurorId }) => jurorId);
        const out = own.filter(({ jurorId }) => !has.includes(jurorId)).map(({ jurorId }) => jurorId);
        const near = conflicted(entry).filter((id) => !cleared.includes(id));
        return { id: entry.id, has: has.filter((id) => !near.includes(id)), never: [...out, ...near] };
      });
    const given = distributed(needing, ids, call.jurorsEach);
    let assigned = 0;
    for (let at = 0; at < given.length; at += 90) {
      const some = given.slice(at, at + 90);
      const writes = some.flatMap(({ entryId, jurorId }) => {
        const member = members.find(({ id }) => id === jurorId);
        return member ? [Scores.create(ctx, blank(activityId, entryId, member))] : [];
      });
      await beforeResult(ctx, activityId, writes);
      assigned += writes.length;
    }
    const enough = ({ id, has }: (typeof needing)[number]) =>
      has.length + given.filter(({ entryId }) => entryId === id).length >= call.jurorsEach;
    return { assigned, short: needing.filter((entry) => !enough(entry)).map(({ id }) => id) };
  },
});
