import type { Derive, Derived } from "../platform/event.ts";
import { paths } from "../publication/schema.ts";
import type { DemandRecord } from "./entity.ts";
import type { DemandStatus } from "./schema.ts";

/** What an event of a need says: which one, and the public addresses that it has no more. */
export interface DemandFact {
  readonly demandId: string;
  readonly former?: readonly string[];
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
    if (is.status === "listed") events.push({ name: "demand.changed", data });
    else if (was?.status === "listed")
      events.push({ name: "demand.changed", data: { ...data, former: [paths.demand(is.id)] } satisfies DemandFact });
    if (is.status !== was?.status) events.push({ name: told[is.status], data });
    return events;
  },
};
