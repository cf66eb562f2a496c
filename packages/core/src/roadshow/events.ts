import type { Derive, Derived } from "../platform/event.ts";
import type { CallRecord, EntryRecord, OrderRecord, ScoreRecord } from "./entity.ts";
import { movedBetween } from "./times.ts";

export interface EntryFact {
  readonly activityId: string;
  readonly entryId: string;
}

/** Whose time in the running order is new or other; without one who is not in it any more. */
export interface OrderFact {
  readonly activityId: string;
  readonly revision: number;
  readonly moved: readonly { readonly entryId: string; readonly startsAt?: string }[];
}

/** Who has something new to score. */
export interface JurorFact {
  readonly activityId: string;
  readonly jurorId: string;
}

const shown = (call: CallRecord) => JSON.stringify([call.opensAt, call.closesAt, call.places, call.criteria]);

/** Payloads name records and times, never people. `roadshow.changed` whenever the activity's page may differ. */
export const deriveRoadshowEvents: Derive = {
  roadshow({ before, after }) {
    const [was, is] = [before, after] as unknown as [CallRecord | undefined, CallRecord | undefined];
    if (!is) return [];
    const data = { activityId: is.activityId };
    return [
      ...(!was || shown(was) !== shown(is) ? [{ name: "roadshow.changed", data }] : []),
      ...(is.result && !was?.result ? [{ name: "roadshow.result-published", data }] : []),
    ];
  },

  "roadshow-entry"({ before, after }) {
    const [was, is] = [before, after] as unknown as [EntryRecord | undefined, EntryRecord | undefined];
    if (!is) return [];
    const off = is.status === "withdrawn" && was?.status === "submitted" && was.decision?.is === "accepted";
    const events: Derived[] = off ? [{ name: "roadshow.changed", data: { activityId: is.activityId } }] : [];
    // Whoever is erased is not written to.
    if (!is.person) return events;
    const data: EntryFact = { activityId: is.activityId, entryId: is.id };
    if (is.status !== was?.status || is.submittedAt !== was.submittedAt) events.push({ name: `roadshow.${is.status}`, data });
    if (is.decision?.late && is.decision.revision !== was?.decision?.revision) events.push({ name: "roadshow.decided", data });
    return events;
  },

  "roadshow-score"({ before, after }) {
    const [was, is] = [before, after] as unknown as [ScoreRecord | undefined, ScoreRecord | undefined];
    if (is?.status !== "assigned" || was?.status === "assigned") return [];
    const data: JurorFact = { activityId: is.activityId, jurorId: is.jurorId };
    return [{ name: "roadshow.assigned", data }];
  },

  "roadshow-order"({ before, after }) {
    const [was, is] = [before, after] as unknown as [OrderRecord | undefined, OrderRecord | undefined];
    if (!is?.published || is.published.revision === was?.published?.revision) return [];
    const { activityId, published } = is;
    const data: OrderFact = { activityId, revision: published.revision, moved: movedBetween(was?.published, published) };
    return [
      { name: "roadshow.changed", data: { activityId } },
      { name: "roadshow.order-published", data },
    ];
  },
};
