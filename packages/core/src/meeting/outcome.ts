import * as z from "zod";
import { partOf } from "../activity/index.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { labelled, Reference } from "../platform/schema.ts";
import { type OutcomeRecord, Outcomes, outcomesOf, type Row, Schedule } from "./entity.ts";
import { openTaking, pagesOf } from "./open.ts";
import { notMet, outcomes, requestMissing } from "./schema.ts";

const yes = z
  .union([z.boolean(), z.string().max(10)])
  .optional()
  .transform((value) => value === true || value === "yes");

const Said = {
  outcome: labelled(z.enum(outcomes), "会面结果", "How it went"),
  followUp: labelled(yes, "需要跟进", "To be followed up"),
  again: labelled(yes, "已约定或已再次见面", "Met again, or agreed to"),
};

/** A meeting that has begun. @throws DomainError `meeting.request-missing`, `meeting.not-met-yet` */
async function begun(ctx: Ctx, activityId: string, id: string): Promise<Row> {
  const row = (await Schedule.find(ctx, { activityId }))?.rows.find((one) => one.id === id);
  if (!row || row.cancelled) throw new DomainError(requestMissing);
  if (row.startsAt > ctx.now().toISOString()) throw new DomainError(notMet);
  return row;
}

async function keep(ctx: Ctx, record: Omit<OutcomeRecord, "at">): Promise<void> {
  const write = Outcomes.create(
    ctx,
    { ...record, at: ctx.now().toISOString() },
    { condition: "attribute_exists(pk) OR attribute_not_exists(pk)" },
  );
  await ctx.table.write([write], "");
}

/** What one side says of a meeting; the latest word of each side counts. */
export const sayOutcome = command({
  input: z.object({ token: z.string().max(200), meetingId: Reference, ...Said }),
  access: "public",
  async run(ctx, { token, meetingId, ...said }): Promise<{ saved: true }> {
    const { profile } = await openTaking(ctx, token);
    const { activityId, person } = profile;
    const row = await begun(ctx, activityId, meetingId);
    if (row.a !== person && row.b !== person) throw new DomainError(requestMissing);
    await keep(ctx, { activityId, id: meetingId, by: person, ...said });
    return { saved: true };
  },
});

/** What staff in the hall saw of a meeting: their word stands over the sides'. */
export const noteOutcome = command({
  input: z.object({ activityId: Reference, meetingId: Reference, ...Said }),
  access: ["organiser", "check-in"],
  scope: partOf,
  async run(ctx, { activityId, meetingId, ...said }): Promise<{ saved: true }> {
    await begun(ctx, activityId, meetingId);
    await keep(ctx, { activityId, id: meetingId, by: "staff", ...said });
    return { saved: true };
  },
});

export type Verdict = Pick<OutcomeRecord, "outcome" | "followUp" | "again">;

/** What became of each meeting of which somebody said something: staff's word, else held if either side says so. */
export async function verdictsOf(ctx: Ctx, activityId: string): Promise<ReadonlyMap<string, Verdict>> {
  const said = new Map<string, OutcomeRecord[]>();
  const read = (cursor?: string) => Outcomes.list(ctx, { pk: outcomesOf(activityId), limit: 500, cursor });
  for await (const one of pagesOf(read)) said.set(one.id, [...(said.get(one.id) ?? []), one]);
  return new Map(
    [...said].map(([id, words]) => {
      const staff = words.find(({ by }) => by === "staff");
      const held = staff ? staff.outcome === "held" : words.some(({ outcome }) => outcome === "held");
      const any = (name: "followUp" | "again") => words.some((word) => word[name]);
      return [id, { outcome: held ? "held" : "absent", followUp: any("followUp"), again: any("again") }];
    }),
  );
}
