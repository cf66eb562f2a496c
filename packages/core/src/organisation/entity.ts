import { entity } from "../platform/entity.ts";
import type { Locale } from "../platform/text.ts";
import type { Region } from "../taxonomy/schema.ts";
import type { MembershipStatus, OrganisationKind } from "./schema.ts";

/** What is known of one organisation. Exists once somebody was confirmed for it. */
export interface OrganisationRecord {
  readonly code: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly region?: Region | undefined;
  readonly chains: readonly string[];
  /** Accounts. Every change of who belongs to it goes through this record, one after another. */
  readonly owners: readonly string[];
  readonly members: readonly string[];
  /** How the present first owner was checked. */
  readonly confirmed: { readonly by: string; readonly at: string; readonly how: string };
}

/** One person's belonging to one organisation, asked for or real. */
export interface MembershipRecord {
  readonly code: string;
  readonly accountId: string;
  /** Keyed digest of the address. */
  readonly person: string;
  readonly contact: { readonly name: string; readonly email: string; readonly position: string };
  readonly proof?: string | undefined;
  readonly locale: Locale;
  /** What they say of the organisation; counts where a claim is confirmed. */
  readonly says: {
    readonly name: string;
    readonly kind: OrganisationKind;
    readonly region?: Region | undefined;
    readonly chains: readonly string[];
  };
  readonly status: MembershipStatus;
  readonly since: string;
  readonly remark?: string | undefined;
}

/** Which organisation a project or a need was submitted for, as a keyed digest of the code, which is sealed in its record; made from that. */
export interface ThingRecord {
  readonly id: string;
  readonly kind: "project" | "demand";
  readonly organisation?: string | undefined;
}

const day = 86_400;
const over: readonly MembershipStatus[] = ["refused", "withdrawn", "left", "removed"];
const seconds = (instant: string) => Math.ceil(new Date(instant).getTime() / 1000);
const of = (code: string) => `organisation#${code}`;

export const allOrganisations = "organisations";
export const Organisations = entity<OrganisationRecord, { code: string }>({
  type: "organisation",
  key: ({ code }) => ({ pk: of(code), sk: "organisation" }),
  indexed: ({ code }) => ({ byState: { pk: allOrganisations, sk: code } }),
});

/** What is left of what a membership says of a person who is erased. */
export const erasedMembership = { contact: { name: "", email: "", position: "" }, proof: undefined, remark: undefined } as const;

export const openClaims = "organisation-claims";
export const membersOf = (code: string) => ({ pk: of(code), begins: "member#" });
export const membershipsOf = (person: string) => `memberships-of#${person}`;
export const Memberships = entity<MembershipRecord, { code: string; accountId: string }>({
  type: "membership",
  personal: { person: (m) => m.person, empty: erasedMembership },
  key: ({ code, accountId }) => ({ pk: of(code), sk: `member#${accountId}` }),
  indexed: (m) => ({
    byOwner: { pk: membershipsOf(m.person), sk: `${m.code}#${m.accountId}` },
    byState: m.status === "claimed" ? { pk: openClaims, sk: `${m.since}#${m.code}#${m.accountId}` } : undefined,
  }),
  expires: (m) => (over.includes(m.status) ? seconds(m.since) + 180 * day : undefined),
});

/** A code whose check character is wrong, and that somebody let through after seeing it on the licence. */
export interface CodeRecord {
  readonly code: string;
  readonly note: string;
  readonly by: string;
  readonly at: string;
  readonly ended?: { readonly by: string; readonly at: string } | undefined;
}

export const codesLetThrough = "organisation-codes";
export const CodesLetThrough = entity<CodeRecord, { code: string }>({
  type: "organisation-code",
  key: ({ code }) => ({ pk: `organisation-code#${code}`, sk: "code" }),
  indexed: ({ code, ended }) => ({ byState: ended ? undefined : { pk: codesLetThrough, sk: code } }),
});

export const thingsOf = (organisation: string) => `of-organisation#${organisation}`;
export const Things = entity<ThingRecord, { id: string }>({
  type: "organisation-thing",
  key: ({ id }) => ({ pk: `organisation-thing#${id}`, sk: "thing" }),
  indexed: ({ organisation, kind, id }) => ({
    byOwner: organisation ? { pk: thingsOf(organisation), sk: `${kind}#${id}` } : undefined,
  }),
});
