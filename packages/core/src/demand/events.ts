import { isDeepStrictEqual } from "node:util";
import type { Derive, Derived } from "../platform/event.ts";
import type { DemandRecord } from "./entity.ts";
import type { DemandStatus } from "./schema.ts";

/** What an event of a need says: which one. */
export interface DemandFact {
  readonly demandId: string;
}

const told: Readonly<Record<DemandStatus, string>> = {
  submitted: "demand.submitted",
  "changes-requested": "demand.changes-requested",
  listed: "demand.listed",
  declined: "demand.declined",
  withdrawn: "demand.withdrawn",
};

/** `demand.changed` whenever what the public sees may differ, and one event for each state of the review that a need comes into. */
export const deriveDemandEvents: Derive = {
  demand({ before, after }) {
    const was = before as unknown as DemandRecord | undefined;
    const is = after as unknown as DemandRecord | undefined;
    if (!is) return [];
    const events: Derived[] = [];
    const data: DemandFact = { demandId: is.id };
    if (is.status === "listed" || was?.status === "listed") events.push({ name: "demand.changed", data });
    // Sealed, the same code stays the same bytes.
    if (!isDeepStrictEqual(is.creditCode, was?.creditCode)) events.push({ name: "demand.organisation-changed", data });
    if (is.status !== was?.status) events.push({ name: told[is.status], data });
    return events;
  },
};
