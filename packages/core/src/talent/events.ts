import { isInForce } from "../consent/index.ts";
import type { WithdrawnFact } from "../consent/notices-schema.ts";
import type { Derive, Derived } from "../platform/event.ts";
import type { TalentRecord } from "./entity.ts";
import { isPublic } from "./policy.ts";

/** What an event of the talent pool says: whose record. */
export interface TalentFact {
  readonly talentId: string;
}

const told = {
  applied: "talent.applied",
  approved: "talent.approved",
  declined: "talent.declined",
  // Who left is not written to: the address is erased.
  withdrawn: "talent.left",
} as const;

/** `talent.changed` whenever what the public sees may differ, and one event for each thing that the person is told by mail. */
export const deriveTalentEvents: Derive = {
  talent({ before, after }) {
    const was = before as unknown as TalentRecord | undefined;
    const is = after as unknown as TalentRecord | undefined;
    if (!is) return [];
    const events: Derived[] = [];
    const data: TalentFact = { talentId: is.id };
    if (isPublic(is) || (was && isPublic(was))) events.push({ name: "talent.changed", data });
    if (is.status !== was?.status) events.push({ name: told[is.status], data });
    else if (is.linkAskedAt && is.linkAskedAt !== was?.linkAskedAt) events.push({ name: "talent.link-asked", data });
    if (was && agreed(was) && !agreed(is)) {
      const withdrawn: WithdrawnFact = { person: is.person, by: is.id };
      events.push({ name: "consent.notices-withdrawn", data: withdrawn });
    }
    return events;
  },
};

const agreed = ({ consents }: TalentRecord) => isInForce(consents, "event-notices");
