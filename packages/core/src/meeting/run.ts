import * as z from "zod";
import { partOf } from "../activity/index.ts";
import { command } from "../platform/command.ts";
import { type Stored, save } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { Reference } from "../platform/schema.ts";
import { ConditionFailed } from "../platform/table.ts";
import { allRequests } from "./agreed.ts";
import { Run, type RunRecord, Schedule, Setup } from "./entity.ts";
import { noSetup, nothingToSchedule, runGoing, runKinds } from "./schema.ts";

/** A run of which nothing was heard for so long has died. */
const dead = 20 * 60_000;
export const isGoing = (run: (RunRecord & Stored) | undefined, now: Date): boolean =>
  (run?.status === "asked" || run?.status === "running") && now.getTime() - new Date(run.updatedAt).getTime() < dead;

/**
 * Begins the making of a schedule: of all meetings that were agreed, or of the published one with as few changes as can be.
 * @throws DomainError `meeting.no-setup`, `meeting.nothing-accepted`, `meeting.run-going`
 */
export const askRun = command({
  input: z.object({
    activityId: Reference,
    kind: z.enum(runKinds).default("all"),
    seed: z.int().min(0).max(2_147_483_647).default(1),
  }),
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { activityId, kind, seed }): Promise<{ id: string }> {
    const [setup, run, requests, schedule] = await Promise.all([
      Setup.find(ctx, { activityId }),
      Run.find(ctx, { activityId }),
      allRequests(ctx, activityId),
      Schedule.find(ctx, { activityId }),
    ]);
    if (!setup) throw new DomainError(noSetup);
    if (isGoing(run, ctx.now())) throw new DomainError(runGoing);
    if (!requests.some(({ status }) => status === "accepted") && !schedule?.rows.length) throw new DomainError(nothingToSchedule);
    const id = ctx.newId("mru");
    const asked: RunRecord = { activityId, id, kind, seed, status: "asked", startedAt: ctx.now().toISOString(), done: 0 };
    const blank = { missing: undefined, breaks: undefined, stopAsked: undefined };
    await save(ctx, run ? Run.change(ctx, run, { ...asked, ...blank }) : Run.create(ctx, asked));
    return { id };
  },
});

/** Ends the making of a schedule with the best so far. Where none is being made, nothing happens. */
export const stopRun = command({
  input: z.object({ activityId: Reference }),
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { activityId }): Promise<{ stopAsked: boolean }> {
    try {
      const condition = "#status = :asked OR #status = :running";
      const values = { ":asked": "asked", ":running": "running", ":true": true };
      await ctx.table.write([Run.update(ctx, { activityId }, "SET #stopAsked = :true", { condition, values })], "");
      return { stopAsked: true };
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      return { stopAsked: false };
    }
  },
});
