import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { gathering } from "../platform/gather.ts";
import { inBatches } from "./batches.ts";
import { announce, changing, commit, type Step } from "./commit.ts";
import {
  Entries,
  Failures,
  Foot,
  type FullRecord,
  FullRun,
  failureList,
  Members,
  membersOf,
  Tallies,
  Todos,
  todoList,
} from "./entity.ts";
import { gatheringKeys, ofThings, type PageKey, thingKey, touchedBy } from "./keys.ts";
import { alone } from "./lease.ts";
import { dueList, named, nameOf, placed, titleOf, wholeLists } from "./lists.ts";
import type { MadeThing } from "./make.ts";
import { type AnyEntry, type PageFailure, type ThingKind, thingKinds } from "./schema.ts";
import { indexSite } from "./search.ts";
import { findThing, publicIds } from "./sources.ts";
import { isUnfinished, liveOnceHeard, markShown } from "./versions.ts";
import { anyway, type Making, makeAll, type Outcome, plus, work } from "./work.ts";

interface Named {
  readonly kind: ThingKind;
  readonly id: string;
}

const Change = z.object({ kind: z.enum(thingKinds), id: z.string().max(60) });

/**
 * Renders only what shows the things that changed: their pages, the head of their lists, their chains, the home page, the feeds, and those that
 * stand beside them. How much that is does not depend on how much there is. A page is made before what points to it, and is taken away after.
 * Doing it twice changes nothing; what a killed publisher left undone is done by the next one.
 */
export const publishChanges = command({
  input: z.object({ changes: z.array(Change).min(1) }),
  access: "system",
  run: (ctx, { changes }) => alone(ctx, () => publishThings(ctx, changes)),
});

const publishThings = async (ctx: Ctx, things: readonly Named[]): Promise<Outcome> =>
  publishSteps(ctx, await stepsOf(ctx, things));

/** @param lists whether what gathers things is made as well, and the search told */
async function publishSteps(ctx: Ctx, steps: readonly Step[], lists = true): Promise<Outcome> {
  await announce(ctx, steps);
  const { sound, beside, ...made } = await makePages(ctx, steps);
  await commit(ctx, changing(sound), (before, after) => touchedBy(before, after).filter((key) => lists || ofThings(key)));
  return plus(made, await work(ctx, { keys: beside, changed: made.things, made: made.asTheyWillBe, lists }));
}

/**
 * A slice of the full publication. What is new to the lists is put into them, and those beside it are made; the lists themselves are made at the
 * end, once. What the lists hold wrongly is mended as a change of its own.
 */
async function publishSlice(ctx: Ctx, steps: readonly Step[]): Promise<Outcome> {
  const wrong = changing(steps.filter(({ before }) => before));
  const mended = wrong.length ? await publishSteps(ctx, wrong) : none;
  const rest = steps.filter((step) => !wrong.includes(step));
  return plus(mended, await publishSteps(ctx, rest, false));
}

const none: Outcome = { pages: 0, bytes: 0, failed: 0 };

interface MakingOf extends Outcome {
  readonly things: readonly MadeThing[];
  /** The steps that may be committed: a thing whose page cannot be made stays as it was. */
  readonly sound: readonly Step[];
  /** Pages that show already what stands beside them once the steps are committed. */
  readonly asTheyWillBe: ReadonlySet<PageKey>;
  /** What may show a thing that stays as it was as if it did not. */
  readonly beside: readonly PageKey[];
}

/**
 * Makes the pages of things that are public, as they will be once these steps are committed: first those that are new, to which nothing leads
 * before, then the others, which may lead to them.
 */
async function makePages(ctx: Ctx, steps: readonly Step[]): Promise<MakingOf> {
  const keyOf = ({ kind, id }: Step) => thingKey(kind, id);
  let [sum, moves, things]: [Outcome, readonly Step[], readonly MadeThing[]] = [none, steps, []];
  const failing: Step[] = [];
  for (const part of [steps.filter(({ before }) => !before), steps.filter(({ before }) => before)]) {
    const given = part.flatMap(({ thing }) => thing ?? []);
    const made: Making = await makeAll(ctx, part.map(keyOf), given, moves);
    failing.push(...part.filter((step) => made.failing.has(keyOf(step))));
    moves = steps.filter((step) => !failing.includes(step));
    [sum, things] = [plus(sum, made), [...things, ...made.things]];
  }
  return {
    ...sum,
    things,
    sound: moves,
    // A page of its own shows in its foot also those that come with it.
    asTheyWillBe: new Set(failing.length ? [] : steps.filter(({ kind }) => kind !== "pages").map(keyOf)),
    beside: failing.flatMap(({ before, after }) => touchedBy(before, after).filter(ofThings)),
  };
}

async function stepsOf(ctx: Ctx, things: readonly Named[]): Promise<Step[]> {
  const reading = gathering(ctx);
  const names = [...new Map(things.map(({ kind, id }) => [nameOf(kind, id), { kind, id }])).values()];
  const steps: Step[] = [];
  const read = async ({ kind, id }: Named, n: number) => {
    const [before, whole] = await Promise.all([Entries.find(reading, { kind, id }), findThing(reading, kind, id)]);
    if (!whole) steps[n] = { kind, id, before };
    else steps[n] = { kind, id, before, after: placed(kind, whole, ctx.now()), thing: { kind, whole } as MadeThing };
  };
  await inBatches([...names.entries()], ([n, one]) => read(one, n), readTogether);
  return steps;
}

/** The table gives so many at once. */
const readTogether = 100;

/** So many things are published at once by the full publication; in between others get their turn. */
const slice = 200;
const turn = 160;

/**
 * Renders and writes every page, and mends whatever the lists do not hold as they should. Gives way between slices, so that what changes
 * meanwhile is on the site as soon as ever.
 */
export const publishSite = command({
  input: z.object({}),
  access: ["administrator"],
  async run(ctx): Promise<Outcome> {
    const startedAt = ctx.now().toISOString();
    let done = 0;
    await beginFull(ctx, { startedAt, done });
    const version = await liveOnceHeard(ctx);
    let sum = none;
    let foot: FootState;
    async function* publishing(): AsyncGenerator<MadeThing> {
      for (const kind of thingKinds) {
        for await (const things of slices(gathering(ctx), kind)) {
          const steps = await alone(ctx, async () => {
            const read = await stepsOf(ctx, things);
            sum = plus(sum, await publishSlice(ctx, read));
            return read;
          });
          yield* steps.flatMap(({ thing }) => thing ?? []);
          done += things.length;
          await beginFull(ctx, { startedAt, done });
          await new Promise((done) => setTimeout(done, turn));
        }
        if (kind === "pages") foot = await Foot.find(ctx, {});
      }
      sum = plus(sum, await alone(ctx, () => work(ctx, { keys: gatheringKeys() })));
    }
    // What changes after its slice was read is in the search's log, which is read from before the first.
    await indexSite(ctx, publishing());
    await markShown(ctx, version);
    await footIsShown(ctx, foot);
    await ctx.table.write([FullRun.remove({})], "");
    return sum;
  },
});

type FootState = Awaited<ReturnType<typeof Foot.find>>;

/** Every page was made with this foot; if it has changed meanwhile, another full publication follows. */
async function footIsShown(ctx: Ctx, shown: FootState): Promise<void> {
  const now = await Foot.find(ctx, {});
  if (now && now.change === shown?.change) await ctx.table.write([Foot.remove({})], "");
}

/** It is under way, or still is. */
const beginFull = (ctx: Ctx, so: Pick<FullRecord, "startedAt" | "done">) =>
  ctx.table.write([FullRun.create(ctx, { ...so, since: ctx.now().toISOString() }, anyway)], "");

/** The full publication that is under way. */
export async function fullPublication(ctx: Ctx): Promise<FullRecord | undefined> {
  const full = await FullRun.find(ctx, {});
  return full && Date.parse(full.since) >= ctx.now().getTime() - killedAfter ? full : undefined;
}

/** How far it has come: how many things of how many are published. */
export async function publicationUnderWay(ctx: Ctx): Promise<{ startedAt: string; done: number; total: number } | undefined> {
  const full = await fullPublication(ctx);
  if (!full) return undefined;
  const tallies = await Promise.all(thingKinds.flatMap((kind) => wholeLists[kind].map((list) => Tallies.find(ctx, { list }))));
  const total = tallies.reduce((sum, tally) => sum + (tally?.total ?? 0), 0);
  const { startedAt = full.since, done = 0 } = full;
  return { startedAt, done, total: Math.max(total, done) };
}

/** What is public, and what the site shows that may be public no more, each once. */
async function* slices(ctx: Ctx, kind: ThingKind): AsyncGenerator<readonly Named[]> {
  const seen = new Set<string>();
  let waiting: Named[] = [];
  for await (const ids of everyId(ctx, kind)) {
    for (const id of ids) {
      if (seen.has(id)) continue;
      seen.add(id);
      waiting.push({ kind, id });
    }
    if (waiting.length < slice) continue;
    yield waiting;
    waiting = [];
  }
  if (waiting.length) yield waiting;
}

async function* everyId(ctx: Ctx, kind: ThingKind): AsyncGenerator<readonly string[]> {
  yield* publicIds(ctx, kind);
  for (const list of wholeLists[kind]) {
    let cursor: string | undefined;
    do {
      const page = await Members.list(ctx, { pk: membersOf(list), limit: 100, cursor });
      yield page.items.map(({ id }) => id);
      cursor = page.cursor;
    } while (cursor);
  }
}

/** Renders the policy page anew, after its official text changed. */
export const publishPolicy = command({
  input: z.object({}),
  access: "system",
  run: (ctx) => alone(ctx, () => work(ctx, { keys: ["policy"] })),
});

/** A full publication of which nothing was heard for so long was killed. */
const killedAfter = 5 * 60_000;

/**
 * Publishes what the clock alone has changed, tries again what could not be made, and does what a killed publisher left. Doing it twice changes
 * nothing.
 */
export const publishDue = command({
  input: z.object({}),
  access: "system",
  async run(ctx): Promise<{ published: number }> {
    const now = ctx.now();
    const { items: due } = await Members.list(ctx, { pk: membersOf(dueList), between: ["", now.toISOString()], limit: 100 });
    const { items: failed } = await Failures.list(ctx, { pk: failureList, limit: 100 });
    const { items: todos } = await Todos.list(ctx, { pk: todoList, limit: 1 });
    const things = failed.flatMap(({ key }) => (key.startsWith("thing:") ? named(key.slice("thing:".length)) : []));
    const keys = failed.flatMap(({ key }) => (key.startsWith("thing:") ? [] : [key]));
    const all = [...due.map(({ kind, id }) => ({ kind, id })), ...things];
    if (all.length) await alone(ctx, () => publishThings(ctx, all));
    if (keys.length || todos.length) await alone(ctx, () => work(ctx, { keys }));
    const full = await FullRun.find(ctx, {});
    const killed = full && Date.parse(full.since) < now.getTime() - killedAfter;
    const behind = !full && ((await isUnfinished(ctx)) || (await Foot.find(ctx, {})) !== undefined);
    if (killed || behind) await publishSite(ctx, {});
    return { published: due.length };
  },
});

/** Pages that could not be made, for those who can do something about it; at most a hundred. They are tried again every five minutes. */
export const listPageFailures = command({
  input: z.object({}),
  access: ["organiser", "editor", "auditor"],
  async run(ctx): Promise<{ failures: readonly PageFailure[] }> {
    const { items } = await Failures.list(ctx, { pk: failureList, limit: 100 });
    const failures = items.map(async ({ key, tries, updatedAt }): Promise<PageFailure> => {
      if (!key.startsWith("thing:")) return { key, tries, at: updatedAt };
      const { kind, id } = named(key.slice("thing:".length));
      const whole = await findThing(ctx, kind, id);
      return {
        key,
        tries,
        at: updatedAt,
        ...(whole ? { thing: { kind, id, title: titleOf({ kind, thing: whole } as AnyEntry) } } : {}),
      };
    });
    return { failures: await Promise.all(failures) };
  },
});
