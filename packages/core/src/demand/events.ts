import { isDeepStrictEqual } from "node:util";
import type { Derive, Derived } from "../platform/event.ts";
import type { Item } from "../platform/table.ts";
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

/** What the product and the staff note of a need: no reader of the public page sees it, and it is not matched. */
const notes = ["unserved", "batch", "proposal", "movedFor", "decidedAt", "reviewOn", "confirmedAt"] as const;
const stamps = ["version", "updatedAt", "updatedBy", "requestId"] as const;

/** A need without what only staff read of it. */
function shown(item: Item): Item {
  const left: Item = { ...item };
  for (const name of [...notes, ...stamps]) delete left[name];
  return left;
}

/** `demand.changed` whenever what the public sees may differ, and one event for each state of the review that a need comes into. */
export const deriveDemandEvents: Derive = {
  demand({ before, after }) {
    const was = before as unknown as DemandRecord | undefined;
    const is = after as unknown as DemandRecord | undefined;
    if (!is) return [];
    const events: Derived[] = [];
    const data: DemandFact = { demandId: is.id };
    const isPublic = is.status === "listed" || was?.status === "listed";
    if (isPublic && !(before && after && isDeepStrictEqual(shown(before), shown(after))))
      events.push({ name: "demand.changed", data });
    // Sealed, the same code stays the same bytes.
    if (!isDeepStrictEqual(is.creditCode, was?.creditCode)) events.push({ name: "demand.organisation-changed", data });
    if (is.status !== was?.status) events.push({ name: told[is.status], data });
    return events;
  },
};
