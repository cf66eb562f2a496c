import type { Derive } from "../platform/event.ts";
import type { MembershipRecord } from "./entity.ts";
import type { MembershipStatus } from "./schema.ts";

/** Whose membership of which organisation. */
export interface MembershipFact {
  readonly code: string;
  readonly accountId: string;
}

const told: Readonly<Partial<Record<MembershipStatus, string>>> = {
  claimed: "organisation.claimed",
  asked: "organisation.asked",
  active: "organisation.joined",
  refused: "organisation.refused",
  removed: "organisation.removed",
};

/** One event for each state that a membership comes into, but for those that its person brought about by going. */
export const deriveOrganisationEvents: Derive = {
  membership({ before, after }) {
    const [was, is] = [before, after] as unknown as [MembershipRecord | undefined, MembershipRecord | undefined];
    const name = is && is.status !== was?.status ? told[is.status] : undefined;
    return is && name ? [{ name, data: { code: is.code, accountId: is.accountId } satisfies MembershipFact }] : [];
  },
};
