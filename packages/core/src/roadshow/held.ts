import { getActivity } from "../activity/index.ts";
import { held } from "../consent/index.ts";
import { factsOf, type Holding, heldConsent } from "../consent/schema.ts";
import { asSystem, type Ctx } from "../platform/context.ts";
import { type Entity, type Stored, save } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import {
  allCalls,
  Calls,
  Entries,
  type EntryRecord,
  entriesOf,
  erasedEntry,
  erasedJuror,
  type JurorRecord,
  Jurors,
  jurorsOf,
  type ScoreRecord,
  Scores,
  scoresBy,
} from "./entity.ts";
import { entryToken } from "./link.ts";
import { allEntries, allScores } from "./load.ts";
import { takeOut } from "./own.ts";

type People = readonly string[];

async function everyOne<T extends object, K>(ctx: Ctx, entity: Entity<T, K>, pks: readonly string[]): Promise<(T & Stored)[]> {
  const found: (T & Stored)[] = [];
  for (const pk of pks) {
    let cursor: string | undefined;
    do {
      const page = await entity.list(ctx, { index: "byOwner", pk, limit: 500, cursor });
      found.push(...page.items);
      cursor = page.cursor;
    } while (cursor);
  }
  return found;
}

const activityTitle = async (ctx: Ctx, activityId: string) =>
  (await getActivity(asSystem(ctx, "roadshow"), { activityId })).title;
const says = (entry: EntryRecord) => Boolean(entry.presenter.name || entry.note);

/** What a person's projects in roadshows hold beside the projects themselves. */
export async function heldEntries(ctx: Ctx, people: People): Promise<Holding[]> {
  const entries = await everyOne<EntryRecord, { activityId: string; id: string }>(ctx, Entries, people.map(entriesOf));
  return Promise.all(
    entries.filter(says).map(async (e): Promise<Holding> => {
      const title = await activityTitle(ctx, e.activityId);
      return {
        kind: "roadshow",
        id: `${e.activityId}.${e.id}`,
        title: { "zh-CN": `路演报名：${title["zh-CN"]}`, en: `Roadshow: ${title.en ?? title["zh-CN"]}` },
        page: `/my/roadshow/${entryToken(ctx, e)}`,
        facts: factsOf([
          [held.name, e.presenter.name],
          [held.position, e.presenter.position],
          [held.note, e.note],
          [held.state, e.status],
          [held.since, e.submittedAt],
        ]),
        consents: [heldConsent(e.consent)],
        // Until it is published the decision is the organiser's.
        record: { ...e, decision: undefined },
      };
    }),
  );
}

/** Erases what a person's projects in roadshows say; a project without anybody to reach is taken out. */
export async function eraseEntries(ctx: Ctx, people: People, only?: string): Promise<number> {
  const entries = await everyOne<EntryRecord, { activityId: string; id: string }>(ctx, Entries, people.map(entriesOf));
  const found = entries.filter((e) => only === undefined || `${e.activityId}.${e.id}` === only);
  for (const entry of found) await takeOut(ctx, entry, { ...erasedEntry, person: undefined });
  return found.length;
}

const jurorRecords = (ctx: Ctx, people: People) => everyOne<JurorRecord, { memberId: string }>(ctx, Jurors, people.map(jurorsOf));
const scoreRecords = (ctx: Ctx, jurors: readonly JurorRecord[]) =>
  everyOne<ScoreRecord, { activityId: string; entryId: string; jurorId: string }>(
    ctx,
    Scores,
    jurors.map(({ memberId }) => scoresBy(memberId)),
  );

/** What is held on a juror: where they belong, and the marks and comments that they gave. */
export async function heldJury(ctx: Ctx, people: People): Promise<Holding[]> {
  const jurors = (await jurorRecords(ctx, people)).filter(({ organisation }) => organisation);
  const scores = await scoreRecords(ctx, jurors);
  return jurors.map((juror) => {
    const own = scores.filter(({ jurorId, status }) => jurorId === juror.memberId && status !== "removed");
    return {
      kind: "jury",
      id: juror.memberId,
      title: { "zh-CN": "路演评委", en: "Roadshow jury" },
      facts: factsOf([
        [held.organisation, juror.organisation],
        [held.creditCode, juror.creditCode],
        [held.since, juror.confidentialAt],
      ]),
      consents: [],
      record: {
        ...juror,
        scores: own.map(({ activityId, entryId, status, scores, comment, handedInAt }) => ({
          ...{ activityId, entryId, status, scores, comment, handedInAt },
        })),
      },
    };
  });
}

/** Erases where a juror belongs and what they wrote. The marks stay, without a name: others' results rest on them. */
export async function eraseJury(ctx: Ctx, people: People, only?: string): Promise<number> {
  const jurors = (await jurorRecords(ctx, people)).filter(({ memberId }) => only === undefined || memberId === only);
  for (const juror of jurors) await eraseJuror(ctx, juror);
  return jurors.filter(({ organisation }) => organisation).length;
}

async function eraseJuror(ctx: Ctx, juror: JurorRecord & Stored): Promise<void> {
  for (const score of await scoreRecords(ctx, [juror]))
    if (score.comment) await save(ctx, Scores.change(ctx, score, { comment: undefined }));
  if (juror.organisation) await save(ctx, Jurors.change(ctx, juror, erasedJuror));
}

/** Whose account ended: where they belong is not kept. */
export async function forgetJuror(ctx: Ctx, memberId: string): Promise<void> {
  const juror = await Jurors.find(ctx, { memberId });
  if (juror?.organisation) await save(ctx, Jurors.change(ctx, juror, erasedJuror));
}

/** Days after an activity's end for which its roadshow keeps what it says of people, as the consent promises. */
const keptDays = 730;

/** Erases who presented and what jurors wrote in roadshows whose activity ended two years ago. */
export async function expireRoadshows(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.now().getTime() - keptDays * 86_400_000).toISOString();
  let erased = 0;
  let cursor: string | undefined;
  do {
    const page = await Calls.list(ctx, { index: "byState", pk: allCalls, limit: 100, cursor });
    for (const { activityId } of page.items) {
      const ended = await getActivity(asSystem(ctx, "roadshow"), { activityId }).then(
        ({ endsAt }) => endsAt <= before,
        (error: unknown) => {
          if (error instanceof DomainError) return true;
          throw error;
        },
      );
      if (!ended) continue;
      for (const entry of (await allEntries(ctx, activityId)).filter(says)) {
        await save(ctx, Entries.change(ctx, entry, { ...erasedEntry, person: undefined }));
        erased++;
      }
      for (const score of (await allScores(ctx, activityId)).filter(({ comment }) => comment))
        await save(ctx, Scores.change(ctx, score, { comment: undefined }));
    }
    cursor = page.cursor;
  } while (cursor);
  return erased;
}
