import type { Holder } from "../activity/index.ts";
import type { Ticket } from "../activity/ticket-schema.ts";
import type { EntryRecord, ReportRecord } from "./entity.ts";
import { type DoorAction, type Outcome, patience, type Reported } from "./schema.ts";

/** One action as the server knows it: whom it is about, and what their ticket and registration say. */
export interface Asked {
  readonly action: DoorAction;
  readonly person: string;
  readonly ticket?: Ticket | undefined;
  readonly holder?: Holder | undefined;
  readonly activityId: string;
  readonly device: string;
  readonly now: string;
}

/** What an action does: to the entry, to the count of those who are in, and to the report. */
export interface Step {
  readonly outcome: Outcome;
  readonly entry?: EntryRecord;
  readonly change?: 1 | -1;
  readonly report?: ReportRecord;
}

/** What stands against letting somebody in, as far as the registration says it. */
export function hindrance({ holder, ticket }: Pick<Asked, "holder" | "ticket">): Outcome | undefined {
  if (!holder?.name) return "unknown";
  if (ticket && ticket.registrationId !== holder.id) return "replaced";
  if (holder.status === "cancelled") return "cancelled";
  return holder.status === "confirmed" ? undefined : "no-seat";
}

/** Nothing that was ever spent may count again, so nothing is forgotten: past this no more is taken back. */
const mostSpent = 200;

const timeOf = ({ action, now }: Asked) => (action.at < now ? action.at : now);

/** A device that knew no better sent them away, and it is too late to let them in. */
const hasLeft = (asked: Asked) =>
  !asked.action.letIn && new Date(asked.now).getTime() - new Date(timeOf(asked)).getTime() > patience * 1000;

/** Lets somebody in unless they are in already: the first that arrives wins, and the same scan again is the same entry. */
export function enter(asked: Asked, entry: EntryRecord | undefined): Step {
  const { action, holder, person, activityId, device, now } = asked;
  if (entry?.spent.includes(action.id)) return { outcome: "undone" };
  const isIn = entry?.status === "in";
  if (isIn && entry.scanId === action.id) return { outcome: "entered" };
  const outcome = hindrance(asked) ?? (isIn ? "double" : hasLeft(asked) ? "turned-away" : undefined);
  const facts = { activityId, person, at: timeOf(asked), device, way: action.way };
  if (outcome === "unknown") return { outcome };
  if (outcome) {
    const stood = outcome === "double" && entry ? { entry: { at: entry.at, device: entry.device } } : {};
    const report = { ...facts, id: action.id, outcome: outcome as Reported, letIn: action.letIn, receivedAt: now, ...stood };
    return { outcome, report };
  }
  const registrationId = holder?.id ?? "";
  return {
    outcome: "entered",
    change: 1,
    entry: { ...facts, registrationId, status: "in", scanId: action.id, changedAt: now, spent: entry?.spent ?? [] },
  };
}

/** Takes an entry back. A scan that is taken back before it arrives will have no effect when it does. */
export function undo(asked: Asked, entry: EntryRecord | undefined): Step {
  const { action, person, activityId, device, now, holder } = asked;
  const { of } = action;
  if (entry?.spent.includes(action.id)) return { outcome: "undone" };
  if (!entry) {
    if (!of) return { outcome: "unknown" };
    const facts = { activityId, person, registrationId: holder?.id ?? "", at: timeOf(asked), device, way: action.way };
    return { outcome: "undone", entry: { ...facts, status: "undone", scanId: of, changedAt: now, spent: [of, action.id] } };
  }
  if (entry.spent.length > mostSpent) return { outcome: "too-often" };
  const hits = entry.status === "in" && (of === undefined || of === entry.scanId);
  const spent = [...new Set([...entry.spent, ...(of ? [of] : []), ...(hits ? [entry.scanId] : []), action.id])];
  if (!hits) return { outcome: "undone", entry: { ...entry, spent } };
  return { outcome: "undone", change: -1, entry: { ...entry, status: "undone", changedAt: now, spent } };
}
