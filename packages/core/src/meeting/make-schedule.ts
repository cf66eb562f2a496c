import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { save } from "../platform/entity.ts";
import { errorFacts } from "../platform/log.ts";
import { ConditionFailed } from "../platform/table.ts";
import { agreedOf, allRequests, type Posed, poseProblem, profilesOf } from "./agreed.ts";
import { Draft, Run, type RunRecord, Schedule, type ScheduleRecord, Setup, type SetupRecord } from "./entity.ts";
import { giveTables } from "./give-tables.ts";
import { measure } from "./schedule/check.ts";
import { plan } from "./schedule/plan.ts";
import type { Slots } from "./schedule/problem.ts";
import { repair } from "./schedule/repair.ts";
import { noSetup } from "./schema.ts";
import { whyNot } from "./why-not.ts";

export interface Work {
  /** Turns of the search that are allowed: the same number gives the same schedule. */
  readonly turns: number;
  /** Milliseconds after which the best so far is taken in any case. */
  readonly milliseconds: number;
  /** Gives others in the process their turn. */
  rest(): Promise<void>;
}

/** Milliseconds between two words of how far it is: each is an entry of the audit trail. */
const told = 5000;
/** Milliseconds between two looks whether it is to stop. */
const looks = 1000;

/** Makes the schedule that was asked for, and keeps it as a draft. Delivered twice it makes the same again, unless another was asked for since. */
export const makeSchedule = command({
  input: z.object({ activityId: z.string(), runId: z.string(), work: z.custom<Work>() }),
  access: "system",
  async run(ctx, { activityId, runId, work }): Promise<"made" | "moved-on"> {
    const run = await Run.find(ctx, { activityId });
    if (run?.id !== runId || (run.status !== "asked" && run.status !== "running")) return "moved-on";
    // Only of this run, and only while nobody has finished it.
    const condition = "#id = :id AND (#status = :asked OR #status = :going)";
    const tell = (expression: string, said: Record<string, unknown>) => {
      const values = { ":id": runId, ":asked": "asked", ":going": "running", ...said };
      return ctx.table.write([Run.update(ctx, { activityId }, expression, { condition, values })], "").catch((error: unknown) => {
        if (!(error instanceof ConditionFailed)) throw error;
      });
    };
    try {
      await tell("SET #status = :going", {});
      const made = await draftOf(ctx, run, work, tell);
      const current = await Run.find(ctx, { activityId });
      if (current?.id !== runId) return "moved-on";
      const before = await Draft.find(ctx, { activityId });
      const over = { status: "finished" as const, done: 100, missing: made.missing, breaks: made.breaks };
      // A word to stop may come at any time: the draft stands all the same.
      const write = before ? Draft.change(ctx, before, made) : Draft.create(ctx, made);
      await save(ctx, write, Run.change(ctx, current, over));
      return "made";
    } catch (error) {
      ctx.log.error("a schedule could not be made", { activityId, ...errorFacts(error) });
      await tell("SET #status = :failed", { ":failed": "failed" });
      throw error;
    }
  },
});

async function draftOf(ctx: Ctx, run: RunRecord, work: Work, tell: (e: string, v: Record<string, unknown>) => Promise<void>) {
  const { activityId, kind, seed } = run;
  const setup = await Setup.get(ctx, { activityId }, noSetup);
  const [profiles, requests, schedule] = await Promise.all([
    profilesOf(ctx, activityId),
    allRequests(ctx, activityId),
    Schedule.get(ctx, { activityId }, noSetup),
  ]);
  const had = new Map(schedule.rows.filter(({ cancelled }) => !cancelled).map((row) => [row.id, row]));
  const now = ctx.now().toISOString();
  const posed = poseProblem(setup, agreedOf(requests, profiles), profiles, { now, had });
  const { slots, bound, stopped } =
    kind === "repair" ? await repaired(posed, had, seed, work) : await planned(ctx, posed, run, work, tell);
  const { missing, breaks, spread } = measure(posed.problem, slots);
  return {
    ...{ activityId, kind, seed, stopped, breaks, spread, missing, bound: bound ?? { missing: 0, breaks: 0 } },
    madeAt: ctx.now().toISOString(),
    ...rowsOf(setup, posed, slots, kind === "repair" ? had : new Map()),
  };
}

async function repaired(posed: Posed, had: ReadonlyMap<string, ScheduleRecord["rows"][number]>, seed: number, { rest }: Work) {
  const slotAt = new Map(posed.slots.map(({ startsAt }, i) => [startsAt, i]));
  const was = posed.meetings.map(({ id }) => slotAt.get(had.get(id)?.startsAt ?? "") ?? -1);
  const { slots } = await repair(posed.problem, was, { seed, rest });
  return { slots, bound: undefined, stopped: false };
}

async function planned(
  ctx: Ctx,
  posed: Posed,
  run: RunRecord,
  work: Work,
  tell: (e: string, v: Record<string, unknown>) => Promise<void>,
) {
  const { activityId, seed } = run;
  const began = ctx.now().getTime();
  let [asked, lastTold, lastLook, lastRest, stopped] = [0, began, began, began, false];
  let best: { missing: number; breaks: number } | undefined;
  const rest = async () => {
    const now = ctx.now().getTime();
    if (now - lastRest >= 10) {
      await work.rest();
      lastRest = ctx.now().getTime();
    }
    if (now - lastLook < looks) return;
    lastLook = now;
    if ((await Run.find(ctx, { activityId }))?.stopAsked) stopped = true;
    if (now - lastTold < told) return;
    lastTold = now;
    const done = Math.min(99, Math.floor((100 * asked) / work.turns));
    const { missing, breaks } = best ?? {};
    await tell(`SET #done = :done${best ? ", #missing = :missing, #breaks = :breaks" : ""}`, {
      ":done": done,
      ...(best ? { ":missing": missing, ":breaks": breaks } : {}),
    });
  };
  const progress = () => {
    if (stopped || ctx.now().getTime() - began > work.milliseconds) {
      stopped = true;
      return 1;
    }
    return asked++ / work.turns;
  };
  const ask = (problem: Posed["problem"]) =>
    plan(problem, {
      seed,
      progress,
      rest,
      better({ missing, breaks }) {
        best = { missing, breaks };
      },
    });
  const fair = await ask(posed.problem);
  const { fairness: _, ...loose } = posed.problem;
  // Where not even the first schedule could be fair, any is better than none.
  const found = fair.slots.some((slot) => slot >= 0) || !posed.meetings.length ? fair : await ask(loose);
  return { slots: found.slots, bound: found.bound, stopped };
}

function rowsOf(setup: SetupRecord, posed: Posed, slots: Slots, had: ReadonlyMap<string, ScheduleRecord["rows"][number]>) {
  const pinned = new Map(setup.pins.map(({ id, table }) => [id, table]));
  const held = posed.meetings.flatMap(({ id, a, b }, m) => {
    const slot = slots[m] ?? -1;
    return slot < 0 ? [] : [{ id, a, b, slot, table: pinned.get(id) ?? had.get(id)?.table }];
  });
  const tables = giveTables(setup, posed.slots, held);
  const rows = held.flatMap(({ id, a, b, slot }, i) => {
    const span = posed.slots[slot];
    const table = setup.tables.find((one) => one.id === tables[i]);
    return span && table ? [{ id, a, b, ...span, table: table.id, tableName: table.name }] : [];
  });
  const unplaced = posed.meetings.flatMap((_, m) => ((slots[m] ?? -1) < 0 ? [whyNot(posed, slots, m)] : []));
  return { rows, unplaced };
}
