import { holdersOf, isGenuine, partOf } from "../activity/index.ts";
import { readTicket } from "../activity/ticket-schema.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { DomainError, tooBusy } from "../platform/error.ts";
import { ConditionFailed, type Write } from "../platform/table.ts";
import { Counts, Entries, type EntryRecord, Reports } from "./entity.ts";
import { type Asked, enter, type Step, undo } from "./policy.ts";
import { type DoorAction, type Outcome, SyncScans } from "./schema.ts";

/** What became of one action, and by what somebody is in. */
export interface ActionAnswer {
  readonly id: string;
  readonly outcome: Outcome;
  readonly person?: string;
  /** By what they are in, when they are. */
  readonly entry?: { readonly at: string; readonly device: string };
}

/** So many people are written in one transaction, each with an entry and perhaps a report. */
const together = 25;
const rounds = 12;

type Known = Map<string, (EntryRecord & Stored) | undefined>;

/**
 * Takes what a device has done, in its order, however late and however often it is sent. Each person is let in once, by condition; each scan that
 * let nobody in is reported once; an action that was taken before has the same answer and no effect.
 * @throws DomainError `table.busy` when others write without end: nothing is lost, the device sends it again
 */
export const syncScans = command({
  input: SyncScans,
  access: ["organiser", "check-in"],
  scope: partOf,
  async run(ctx, { activityId, device, actions }): Promise<{ answers: ActionAnswer[]; now: string }> {
    const now = ctx.now().toISOString();
    const answers = new Map<string, ActionAnswer>();
    const asked = actions.flatMap((action): Asked[] => {
      const read = readable(ctx, activityId, action);
      if ("person" in read) return [{ action, ...read, activityId, device, now }];
      answers.set(action.id, { id: action.id, outcome: read.outcome });
      return [];
    });
    const holders = await holdersOf(
      ctx,
      activityId,
      asked.map(({ person }) => person),
    );
    const whole = asked.map((one) => ({ ...one, holder: holders.get(one.person) }));
    for (const batch of inOrder(whole)) for (const answer of await take(ctx, batch)) answers.set(answer.id, answer);
    return { answers: actions.flatMap(({ id }) => answers.get(id) ?? []), now };
  },
});

/** Whom an action is about, or what is wrong with the ticket. */
function readable(
  ctx: Ctx,
  activityId: string,
  { code, person }: DoorAction,
): Pick<Asked, "person" | "ticket"> | { outcome: Outcome } {
  if (code === undefined) return { person: person ?? "" };
  const ticket = readTicket(code);
  if (!ticket || !isGenuine(ctx, ticket)) return { outcome: "forged" };
  return ticket.activityId === activityId ? { person: ticket.person, ticket } : { outcome: "other-activity" };
}

/** Batches in which nobody appears twice; what one person did keeps its order. */
function inOrder(asked: readonly Asked[]): Asked[][] {
  const batches: Asked[][] = [];
  const next = new Map<string, number>();
  for (const one of asked) {
    let at = next.get(one.person) ?? 0;
    while ((batches[at]?.length ?? 0) >= together) at++;
    batches[at] = [...(batches[at] ?? []), one];
    next.set(one.person, at + 1);
  }
  return batches;
}

/** Takes one action of each of some people: one transaction, tried anew for whom another device was faster. */
async function take(ctx: Ctx, batch: readonly Asked[]): Promise<ActionAnswer[]> {
  const keys = batch.flatMap(({ activityId, person, action }) => [
    Entries.key({ activityId, person }),
    Reports.key({ activityId, id: action.id }),
  ]);
  const known: Known = new Map();
  const told = new Map<string, Outcome>();
  for (const item of await ctx.table.getMany(keys, true)) {
    if (item.type === Entries.type) known.set(String(item.person), Entries.read(item));
    else told.set(String(item.id), Reports.read(item).outcome);
  }
  for (let round = 0; round < rounds; round++) {
    const steps = batch.map((asked) => {
      const before = told.get(asked.action.id);
      if (before) return { asked, step: { outcome: before } as Step };
      const entry = known.get(asked.person);
      return { asked, step: (asked.action.do === "undo" ? undo : enter)(asked, entry) };
    });
    if (await write(ctx, steps, known, told)) return steps.map(({ asked, step }) => answerOf(asked, step, known));
  }
  throw new DomainError(tooBusy);
}

function answerOf({ action, person }: Asked, { outcome, entry }: Step, known: Known): ActionAnswer {
  const stands = entry ?? known.get(person);
  return {
    id: action.id,
    outcome,
    person,
    ...(stands?.status === "in" ? { entry: { at: stands.at, device: stands.device } } : {}),
  };
}

/** All of it or nothing. Where a condition does not hold it notes what is there instead, for another round. */
async function write(
  ctx: Ctx,
  steps: readonly { asked: Asked; step: Step }[],
  known: Known,
  told: Map<string, Outcome>,
): Promise<boolean> {
  const writes: Write[] = [];
  const of: string[] = [];
  let [entered, reports] = [0, 0];
  for (const { asked, step } of steps) {
    const before = known.get(asked.person);
    if (step.entry) {
      writes.push(before ? Entries.change(ctx, before, step.entry) : Entries.create(ctx, step.entry));
      of.push(asked.person);
    }
    if (step.report) {
      writes.push(Reports.create(ctx, step.report));
      of.push("");
      reports++;
    }
    entered += step.change ?? 0;
  }
  const [first] = steps;
  if (!writes.length || !first) return true;
  if (entered || reports) {
    writes.push(counted(ctx, first.asked.activityId, entered, reports));
    of.push("");
  }
  try {
    await ctx.table.write(writes, ctx.newId("tok").slice(4));
    return true;
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    for (const [n, item] of error.failed) {
      if (item.type === Reports.type) told.set(String(item.id), Reports.read(item).outcome);
      else known.set(of[n] ?? "", item.type === Entries.type ? Entries.read(item) : undefined);
    }
    return false;
  }
}

const counted = (ctx: Ctx, activityId: string, entered: number, reports: number): Write =>
  Counts.update(
    ctx,
    { activityId },
    "SET #type = :type, #activityId = :activityId, #entered = if_not_exists(#entered, :none) + :entered, #reports = if_not_exists(#reports, :none) + :reports",
    { values: { ":type": Counts.type, ":activityId": activityId, ":none": 0, ":entered": entered, ":reports": reports } },
  );
