import * as z from "zod";
import { type Actor, actorName, roles } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import { save } from "../platform/entity.ts";
import { ConditionFailed } from "../platform/table.ts";
import { Works, workOf } from "./entity.ts";
import { StartWork, TellWork, type Work, workMissing } from "./schema.ts";

const toWork = (work: Work): Work => {
  const {
    id,
    owner,
    title,
    href,
    kind = "rows",
    seal,
    status,
    total,
    done,
    failed,
    refusals,
    stopAsked,
    startedAt,
    endedAt,
  } = work;
  return { id, owner, title, href, kind, seal, status, total, done, failed, refusals, stopAsked, startedAt, endedAt };
};
const own = (ctx: { actor: Actor }) => actorName(ctx.actor);

/** Notes that long work begins, so that it can be seen, stopped from anywhere and looked up later. Its rows are verbs of their own. */
export const startWork = command({
  input: StartWork,
  access: roles,
  scope: "itself",
  async run(ctx, { id, title, href, kind, total, seal }): Promise<{ id: string }> {
    const startedAt = ctx.now().toISOString();
    const work: Work = {
      id,
      owner: own(ctx),
      title,
      href,
      kind,
      seal,
      total,
      status: "running",
      done: 0,
      failed: 0,
      refusals: [],
      startedAt,
    };
    try {
      await ctx.table.write([Works.create(ctx, work)], "");
    } catch (error) {
      // Sent twice: it is there.
      if (!(error instanceof ConditionFailed)) throw error;
    }
    return { id };
  },
});

/** Notes how far one's own work has come. @returns whether its owner wants it to end */
export const tellWork = command({
  input: TellWork,
  access: roles,
  scope: "itself",
  async run(ctx, { id, done, failed, over, refusals, total = 0 }): Promise<{ stopAsked: boolean }> {
    const work = await Works.get(ctx, { owner: own(ctx), id }, workMissing);
    const stopAsked = work.stopAsked === true;
    if (work.status !== "running") return { stopAsked };
    const all = total || work.total;
    const ended = over
      ? ({ status: !all || done + failed < all ? "stopped" : "finished", endedAt: ctx.now().toISOString() } as const)
      : {};
    await save(ctx, Works.change(ctx, work, { done, failed, refusals, total: all, ...ended }));
    return { stopAsked };
  },
});

/** Asks one's own work to end, wherever it runs: it does after the rows under way. */
export const stopWork = command({
  input: z.object({ id: z.string().max(40) }),
  access: roles,
  scope: "itself",
  async run(ctx, { id }): Promise<{ id: string }> {
    const work = await Works.get(ctx, { owner: own(ctx), id }, workMissing);
    if (work.status === "running" && !work.stopAsked) await save(ctx, Works.change(ctx, work, { stopAsked: true }));
    return { id };
  },
});

/** One's own work, the newest first; reports are kept for thirty days. */
export const listWork = command({
  input: z.object({}),
  access: roles,
  scope: "itself",
  async run(ctx): Promise<{ items: readonly Work[] }> {
    const { items } = await Works.list(ctx, { pk: workOf(own(ctx)), limit: 20, newestFirst: true });
    return { items: items.map(toWork) };
  },
});
