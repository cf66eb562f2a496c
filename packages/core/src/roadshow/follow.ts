import { createHash } from "node:crypto";
import * as z from "zod";
import { followStage, getActivity } from "../activity/index.ts";
import { command } from "../platform/command.ts";
import { asSystem, type Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { listAccepted } from "../project/index.ts";
import { Calls, Gates, Orders } from "./entity.ts";
import { throughGate } from "./gate.ts";
import { allEntries } from "./load.ts";
import { onStage } from "./on-stage.ts";
import { callMissing } from "./schema.ts";

const Which = z.object({ activityId: z.string() });

/** Names a session of the agenda for good, without naming the entry: by that a juror could tell whose project a blind one was. */
const sessionId = (ctx: Ctx, activityId: string, what: string) =>
  createHash("sha256")
    .update(ctx.keys.digest("stage-session", `${activityId}|${what}`))
    .digest("hex")
    .slice(0, 20);

/** Makes the running order as it is published a part of the activity's agenda. */
export const keepStage = command({
  input: Which,
  access: "system",
  async run(ctx, { activityId }): Promise<void> {
    // Read before the order: whoever saw an older order writes nothing over a newer one.
    const { version, status } = await getActivity(asSystem(ctx, "roadshow"), { activityId });
    if (status === "cancelled") return;
    const order = await Orders.find(ctx, { activityId });
    let breaks = 0;
    const sessions = (order?.published ? await onStage(ctx, activityId, order.published) : []).map((row) => {
      const { startsAt, endsAt } = row;
      if (!("project" in row)) {
        const id = sessionId(ctx, activityId, `break ${breaks++}`);
        return { id, kind: "break" as const, title: row.name, startsAt, endsAt };
      }
      const { id: project, title, organisation } = row.project;
      const id = sessionId(ctx, activityId, row.entryId);
      return { id, kind: "pitch" as const, title, summary: { "zh-CN": organisation }, startsAt, endsAt, project };
    });
    await followStage(asSystem(ctx, "roadshow"), { activityId, version, sessions });
  },
});

/** Lists what was accepted, once the result is out. */
export const listOnStage = command({
  input: Which.extend({ entryId: z.string().optional() }),
  access: "system",
  async run(ctx, { activityId, entryId }): Promise<{ listed: number }> {
    const call = await Calls.get(ctx, { activityId }, callMissing);
    if (!call.result) return { listed: 0 };
    let listed = 0;
    for (const { id, status, decision, projectId } of await allEntries(ctx, activityId))
      if (status === "submitted" && decision?.is === "accepted" && (!entryId || id === entryId))
        if (await listAccepted(asSystem(ctx, "roadshow"), { projectId })) listed++;
    return { listed };
  },
});

/** Closes a call, and its scoring, whose activity was called off. */
export const closeCall = command({
  input: Which,
  access: "system",
  async run(ctx, { activityId }): Promise<void> {
    const [call, gate] = await Promise.all([Calls.find(ctx, { activityId }), Gates.find(ctx, { activityId })]);
    const now = ctx.now().toISOString();
    if (!call || !gate || (call.closesAt <= now && call.scoringClosesAt <= now)) return;
    const first = (at: string) => (at < now ? at : now);
    const [closesAt, scoringClosesAt] = [first(call.closesAt), first(call.scoringClosesAt)];
    await throughGate(
      ctx,
      activityId,
      {
        set: "#closesAt = :closesAt, #scoringClosesAt = :scoringClosesAt",
        values: { ":closesAt": closesAt, ":scoringClosesAt": scoringClosesAt },
      },
      [Calls.change(ctx, call, { closesAt, scoringClosesAt })],
      () => new DomainError(callMissing),
    );
  },
});
