import { entity } from "../platform/entity.ts";
import { tidiedAfter } from "../platform/expire.ts";
import { keptDays } from "./policy.ts";
import type { DemandDetail, DemandState, DemandStatus } from "./schema.ts";

export interface DemandRecord extends Omit<DemandDetail, "version" | "notes"> {
  /** Keyed digest of the contact's address; absent once the person is erased. */
  readonly person?: string | undefined;
}

export const inReview = (status: DemandStatus) => `demand#${status}`;
export const inState = (state: DemandState) => `demand-state#${state}`;
export const ofPerson = (person: string) => `demand-of#${person}`;
export const ofChain = (chain: string) => `demand#${chain}`;

/** What is left of what a need says of a person who is erased. */
export const erasedDemand = { contact: { name: "", email: "" }, creditCode: undefined, remark: undefined } as const;

export const Demand = entity<DemandRecord, { id: string }>({
  type: "demand",
  personal: {
    person: (d, ctx) => ctx.keys.digest("person", d.contact.email),
    empty: erasedDemand,
  },
  key: ({ id }) => ({ pk: `demand#${id}`, sk: "demand" }),
  indexed: (d) => ({
    byState: { pk: inReview(d.status), sk: `${d.since}#${d.id}` },
    ...(d.status === "listed"
      ? {
          byChain: { pk: ofChain(d.chain), sk: `${d.since}#${d.id}` },
          byOwner: { pk: inState(d.state), sk: `${d.stateSince ?? d.since}#${d.id}` },
        }
      : { byOwner: d.person ? { pk: ofPerson(d.person), sk: d.id } : undefined }),
  }),
  expires: (d) =>
    d.status === "declined" || d.status === "withdrawn"
      ? Math.ceil(new Date(d.since).getTime() / 1000) + (keptDays + tidiedAfter) * 86_400
      : undefined,
});
