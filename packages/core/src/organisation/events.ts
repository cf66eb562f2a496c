import type { Derive } from "../platform/event.ts";
import type { MembershipRecord, OrganisationRecord } from "./entity.ts";
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
  left: "organisation.member-left",
};

/** One event for each state that a membership comes into, but for a request that its person took back; and one for whom an owner makes another. */
export const deriveOrganisationEvents: Derive = {
  organisation({ before, after }) {
    const [was, is] = [before, after] as unknown as [OrganisationRecord | undefined, OrganisationRecord | undefined];
    // The first owner is told as one who joined.
    if (!is || !was?.owners.length) return [];
    const made = is.owners.filter((accountId) => !was.owners.includes(accountId));
    return made.map((accountId) => ({
      name: "organisation.owner-made",
      data: { code: is.code, accountId } satisfies MembershipFact,
    }));
  },
  membership({ before, after }) {
    const [was, is] = [before, after] as unknown as [MembershipRecord | undefined, MembershipRecord | undefined];
    const name = is && is.status !== was?.status ? told[is.status] : undefined;
    return is && name ? [{ name, data: { code: is.code, accountId: is.accountId } satisfies MembershipFact }] : [];
  },
};
