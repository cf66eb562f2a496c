import type { Ctx } from "../platform/context.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { ConditionFailed, type Write } from "../platform/table.ts";
import { type GateRecord, Gates } from "./entity.ts";

/** What a step does to the gate, and what has to hold there. */
interface Turn {
  readonly set: string;
  readonly condition?: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

/**
 * Writes together with a turn of the gate: all or nothing.
 * @throws what `refused` says of the gate as it stands; `record.changed` where another write's condition failed
 */
export async function throughGate(
  ctx: Ctx,
  activityId: string,
  turn: Turn,
  writes: readonly Write[],
  refused: (gate: GateRecord) => DomainError,
): Promise<void> {
  const { condition, values = {} } = turn;
  const gate = Gates.update(ctx, { activityId }, `SET ${turn.set}`, { ...(condition ? { condition } : {}), values });
  try {
    await ctx.table.write([...writes, gate], ctx.newId("tok").slice(4));
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    const found = error.failed.get(writes.length);
    throw found ? refused(Gates.read(found)) : new DomainError(changedMeanwhile);
  }
}

/** A counter of the gate, changed by a step. */
export const count = (name: "accepted" | "entries" | "handedIn" | "decisions", by: 1 | -1) =>
  `#${name} = #${name} ${by > 0 ? "+" : "-"} :one`;
export const one = { ":one": 1 };
