import * as z from "zod";
import { getActivity } from "../activity/index.ts";
import { namedMember } from "../identity/index.ts";
import { reaches } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import { asSystem, type Ctx } from "../platform/context.ts";
import { type Page, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { Paging, Reference } from "../platform/schema.ts";
import { fill } from "../platform/text.ts";
import { projectsById } from "../project/index.ts";
import { sameOrganisation } from "./conflict.ts";
import { Calls, Entries, Jurors, type ScoreRecord, Scores, scoresBy } from "./entity.ts";
import { count, one, throughGate } from "./gate.ts";
import { type Desk, isOpen, juryProject, openDesk, othersOf } from "./jury-view.ts";
import {
  type CallContent,
  DeclareJuror,
  handedInAlready,
  type JuryEntry,
  type JuryRow,
  marksMissing,
  notAssigned,
  resultOut,
  ScoreContent,
  scales,
  scoringClosed,
} from "./schema.ts";
import { jurors, partOfRoadshow } from "./scope.ts";

const memberId = (ctx: Ctx) => (ctx.actor.kind === "staff" ? ctx.actor.id : "");
const Mine = z.object({ activityId: Reference, entryId: Reference });

/** Where the juror who acts belongs, as far as they said. */
export const readJuror = command({
  input: z.object({}),
  access: jurors,
  scope: "itself",
  async run(ctx): Promise<{ declared: boolean; organisation?: string; creditCode?: string }> {
    const juror = await Jurors.find(ctx, { memberId: memberId(ctx) });
    if (!juror?.organisation) return { declared: false };
    const { organisation, creditCode } = juror;
    return { declared: true, organisation, ...(creditCode ? { creditCode } : {}) };
  },
});

/** Says where the juror belongs, and that they keep what they read to themselves. */
export const declareJuror = command({
  input: DeclareJuror,
  access: jurors,
  scope: "itself",
  async run(ctx, { organisation, creditCode, confidential: _given }): Promise<{ declared: boolean }> {
    const id = memberId(ctx);
    const [known, member] = await Promise.all([Jurors.find(ctx, { memberId: id }), namedMember(ctx, id)]);
    const said = { organisation, creditCode, person: member?.person ?? id, confidentialAt: ctx.now().toISOString() };
    await save(ctx, known ? Jurors.change(ctx, known, said) : Jurors.create(ctx, { memberId: id, ...said }));
    return { declared: true };
  },
});

/** What the juror who acts has to score, in every roadshow for which their role holds now. */
export const listJuryWork = command({
  input: Paging,
  access: jurors,
  scope: "itself",
  async run(ctx, { limit, cursor }): Promise<Page<JuryRow>> {
    const [page, juror] = await Promise.all([
      Scores.list(ctx, { index: "byOwner", pk: scoresBy(memberId(ctx)), limit, cursor, newestFirst: true }),
      Jurors.find(ctx, { memberId: memberId(ctx) }),
    ]);
    const mine = page.items.filter(({ status }) => status !== "removed");
    const activities = new Map(
      await Promise.all(
        [...new Set(mine.map(({ activityId }) => activityId))].map(async (activityId) => {
          const [activity, call] = await Promise.all([
            getActivity(asSystem(ctx, "roadshow"), { activityId }),
            Calls.find(ctx, { activityId }),
          ]);
          return [activityId, { activity, call }] as const;
        }),
      ),
    );
    const entries = await entriesOfScores(ctx, mine);
    const projects = await projectsById(ctx, [...new Set([...entries.values()].map(({ projectId }) => projectId))]);
    const items = mine.flatMap((score): JuryRow[] => {
      const { activity, call } = activities.get(score.activityId) ?? {};
      const entry = entries.get(score.entryId);
      const project = entry && projects.get(entry.projectId);
      if (!activity || !call || !entry || !project || entry.status === "withdrawn") return [];
      if (!reaches(ctx.actor, jurors, { activity: activity.id, chains: activity.chains })) return [];
      const proposed = Boolean(!score.cleared && juror?.organisation && sameOrganisation(juror, project));
      const kept = proposed || score.status === "conflict" || !juror?.organisation;
      return [
        {
          ...{ activityId: activity.id, activity: activity.title, entryId: entry.id, status: score.status, proposed },
          ...{ scoringClosesAt: call.scoringClosesAt, open: isOpen(ctx, call) },
          ...(kept ? {} : { title: juryProject({ call, entry, project }).title }),
        },
      ];
    });
    return { ...page, items };
  },
});

async function entriesOfScores(ctx: Ctx, scores: readonly ScoreRecord[]) {
  const keys = [...new Map(scores.map((s) => [s.entryId, Entries.key({ activityId: s.activityId, id: s.entryId })])).values()];
  const items = keys.length ? await ctx.table.getMany(keys) : [];
  return new Map(items.map((item) => [String(item.id), Entries.read(item)]));
}

/** A project with its criteria and what the juror has given so far. */
export const openJuryEntry = command({
  input: Mine,
  access: jurors,
  scope: partOfRoadshow,
  async run(ctx, input): Promise<JuryEntry> {
    const desk = await openDesk(ctx, input);
    const { call, entry, score } = desk;
    const { scale, scoring, criteria, scoringClosesAt } = call;
    return {
      ...{
        activityId: entry.activityId,
        entryId: entry.id,
        version: score.version,
        status: score.status,
        open: isOpen(ctx, call),
      },
      ...{ scale, scoring, criteria, scoringClosesAt, project: juryProject(desk), scores: score.scores },
      ...(score.comment ? { comment: score.comment } : {}),
      ...(score.reopened ? { reopened: score.reopened } : {}),
      others: await othersOf(ctx, desk),
    };
  },
});

const Marked = Mine.extend({ version: z.int(), ...ScoreContent.shape });

/** Keeps marks as a draft; some may be missing. */
export const saveScore = command({
  input: Marked,
  access: jurors,
  scope: partOfRoadshow,
  async run(ctx, { version, scores, comment, ...of }): Promise<{ version: number; status: ScoreRecord["status"] }> {
    const desk = await mine(ctx, of, version);
    if (!isOpen(ctx, desk.call)) throw new DomainError(scoringClosed);
    await save(ctx, Scores.change(ctx, desk.score, { status: "draft", scores: known(desk.call, scores), comment }));
    return { version: version + 1, status: "draft" };
  },
});

/** Hands marks in, once. The instant that counts is that of the write: a window that closes meanwhile refuses it. */
export const handInScore = command({
  input: Marked,
  access: jurors,
  scope: partOfRoadshow,
  async run(ctx, { version, scores, comment, ...of }): Promise<{ version: number; status: ScoreRecord["status"] }> {
    const { call, score, project } = await mine(ctx, of, version);
    const [low, high] = scales[call.scale];
    const missing = call.criteria.filter(({ id }) => !((scores[id] ?? Number.NaN) >= low && (scores[id] ?? Number.NaN) <= high));
    if (missing.length)
      throw new DomainError(marksMissing, {
        params: { count: missing.length, scale: `${low}–${high}` },
        fields: missing.map(({ id, name }) => ({
          field: `scores.${id}`,
          message: {
            "zh-CN": fill("“{name}”请打 {low} 到 {high} 分。", { name: name["zh-CN"], low, high }),
            en: fill("{name}: give a mark from {low} to {high}.", { name: name.en ?? name["zh-CN"], low, high }),
          },
        })),
      });
    const now = ctx.now().toISOString();
    const patch = { status: "handed-in", scores: known(call, scores), comment, handedInAt: now, reopened: undefined } as const;
    await throughGate(
      ctx,
      of.activityId,
      {
        set: `${count("handedIn", 1)}, ${count("decisions", 1)}`,
        condition: "#scoringClosesAt > :now AND attribute_not_exists(#resultAt)",
        values: { ...one, ":now": now },
      },
      [Scores.change(ctx, score, { ...patch, seen: project.version })],
      () => new DomainError(scoringClosed),
    );
    return { version: version + 1, status: "handed-in" };
  },
});

/** Only marks of criteria that there are. */
const known = ({ criteria }: CallContent, scores: Readonly<Record<string, number>>) =>
  Object.fromEntries(criteria.flatMap(({ id }) => (scores[id] === undefined ? [] : [[id, scores[id]]])));

async function mine(ctx: Ctx, of: z.infer<typeof Mine>, version: number): Promise<Desk> {
  const desk = await openDesk(ctx, of);
  if (desk.score.status === "handed-in") throw new DomainError(handedInAlready);
  if (desk.score.version !== version) throw new DomainError(changedMeanwhile);
  return desk;
}

/** Declares a conflict of interest: from now on the juror neither sees nor scores the project, and what they gave is taken out. */
export const declareConflict = command({
  input: Mine,
  access: jurors,
  scope: partOfRoadshow,
  async run(ctx, of): Promise<{ status: ScoreRecord["status"] }> {
    const score = await Scores.get(ctx, { ...of, jurorId: memberId(ctx) }, notAssigned);
    if (score.status === "removed") throw new DomainError(notAssigned);
    if (score.status === "conflict") return { status: "conflict" };
    const less = score.status === "handed-in" ? `, ${count("handedIn", -1)}` : "";
    await throughGate(
      ctx,
      of.activityId,
      { set: `${count("decisions", 1)}${less}`, condition: "attribute_not_exists(#resultAt)", values: one },
      [
        Scores.change(ctx, score, {
          status: "conflict",
          scores: {},
          comment: undefined,
          handedInAt: undefined,
          cleared: undefined,
        }),
      ],
      () => new DomainError(resultOut),
    );
    return { status: "conflict" };
  },
});

/** How many projects wait for the juror who acts. */
export const countJuryWork = command({
  input: z.object({}),
  access: jurors,
  scope: "itself",
  async run(ctx): Promise<{ count: number; more: boolean }> {
    const { items, cursor } = await Scores.list(ctx, { index: "byOwner", pk: scoresBy(memberId(ctx)), limit: 500 });
    return { count: items.filter(({ status }) => status === "assigned" || status === "draft").length, more: Boolean(cursor) };
  },
});
