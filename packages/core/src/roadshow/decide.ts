import * as z from "zod";
import { command } from "../platform/command.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { labelled, optionalProse, Reference } from "../platform/schema.ts";
import { Calls, Entries, Gates } from "./entity.ts";
import { count, one, throughGate } from "./gate.ts";
import { loadRoadshow } from "./load.ts";
import {
  callMissing,
  decisions,
  entryMissing,
  marks,
  notAccepted,
  resultOut,
  stageFull,
  stillOpen,
  undecided,
} from "./schema.ts";
import { partOfRoadshow, runners } from "./scope.ts";

const Which = z.object({ activityId: Reference, entryId: Reference, version: z.int() });

/**
 * Accepts a project, puts it on the reserve, or declines it. Before the result is out nobody is told; after that the submitter is, at once.
 * @throws DomainError `roadshow.stage-full` where all places are taken, `record.changed`
 */
export const decideEntry = command({
  input: Which.extend({
    decision: labelled(z.enum(decisions), "决定", "Decision"),
    reason: labelled(optionalProse(1000), "理由（选填，会告诉供方）", "Reason (optional, the supplier is told)"),
  }),
  access: runners,
  scope: partOfRoadshow,
  async run(ctx, { activityId, entryId, version, decision: is, reason }): Promise<{ version: number }> {
    const [entry, gate] = await Promise.all([
      Entries.get(ctx, { activityId, id: entryId }, entryMissing),
      Gates.get(ctx, { activityId }, callMissing),
    ]);
    if (entry.version !== version) throw new DomainError(changedMeanwhile);
    if (entry.status === "withdrawn") throw new DomainError(entryMissing);
    const was = entry.decision?.is === "accepted" ? 1 : 0;
    const by = (is === "accepted" ? 1 : 0) - was;
    const decision = {
      ...{ is, reason, at: ctx.now().toISOString(), revision: (entry.decision?.revision ?? 0) + 1 },
      late: gate.resultAt !== undefined,
    };
    const out = gate.resultAt ? "#resultAt = :resultAt" : "attribute_not_exists(#resultAt)";
    await throughGate(
      ctx,
      activityId,
      {
        set: `${count("decisions", 1)}${by ? `, ${count("accepted", by > 0 ? 1 : -1)}` : ""}`,
        condition: by > 0 ? `${out} AND #accepted < #places` : out,
        values: { ...one, ...(gate.resultAt ? { ":resultAt": gate.resultAt } : {}) },
      },
      [Entries.change(ctx, entry, { decision })],
      (now) =>
        now.resultAt === gate.resultAt
          ? new DomainError(stageFull, { params: { places: now.places } })
          : new DomainError(changedMeanwhile),
    );
    return { version: version + 1 };
  },
});

/**
 * Publishes the result: from now on every submitter is told, once. The reserve keeps the order that its results have now.
 * @throws DomainError `roadshow.still-open`, `roadshow.undecided`, `roadshow.result-out`, `record.changed` when anything was decided or handed in meanwhile
 */
export const publishResult = command({
  input: z.object({
    activityId: Reference,
    version: z.int(),
    comments: labelled(z.boolean().default(false), "随结果公开评语", "Release the jury's comments"),
  }),
  access: runners,
  scope: partOfRoadshow,
  async run(ctx, { activityId, version, comments }): Promise<{ version: number }> {
    // Read before what it counts: whatever is decided after it makes the write fail.
    const gate = await Gates.get(ctx, { activityId }, callMissing);
    const { call, entries, results } = await loadRoadshow(ctx, activityId);
    if (call.result) throw new DomainError(resultOut);
    if (call.version !== version) throw new DomainError(changedMeanwhile);
    const now = ctx.now().toISOString();
    if (call.closesAt > now) throw new DomainError(stillOpen);
    const inside = entries.filter(({ status }) => status === "submitted");
    const open = inside.filter(({ decision }) => !decision);
    if (open.length) throw new DomainError(undecided, { params: { count: open.length } });
    const value = (id: string) => results.get(id)?.value ?? -1;
    const reserve = inside
      .filter(({ decision }) => decision?.is === "reserve")
      .sort((a, b) => value(b.id) - value(a.id) || a.submittedAt.localeCompare(b.submittedAt))
      .map(({ id }) => id);
    await throughGate(
      ctx,
      activityId,
      {
        set: "#resultAt = :now",
        condition: "attribute_not_exists(#resultAt) AND #decisions = :read AND #entries = :inside",
        values: { ":now": now, ":read": gate.decisions, ":inside": gate.entries },
      },
      [Calls.change(ctx, call, { result: { at: now, comments, reserve } })],
      () => new DomainError(changedMeanwhile),
    );
    return { version: version + 1 };
  },
});

/** Marks on the day whether a project was presented; `none` takes the mark away. */
export const markEntry = command({
  input: Which.extend({ mark: z.enum([...marks, "none"]) }),
  access: runners,
  scope: partOfRoadshow,
  async run(ctx, { activityId, entryId, version, mark }): Promise<{ version: number }> {
    const entry = await Entries.get(ctx, { activityId, id: entryId }, entryMissing);
    if (entry.version !== version) throw new DomainError(changedMeanwhile);
    if (entry.decision?.is !== "accepted") throw new DomainError(notAccepted);
    await save(ctx, Entries.change(ctx, entry, { mark: mark === "none" ? undefined : mark }));
    return { version: version + 1 };
  },
});
