import { entity } from "../platform/entity.ts";
import { keptDays } from "./policy.ts";
import type { DemandDetail, DemandState, DemandStatus } from "./schema.ts";

export type DemandRecord = Omit<DemandDetail, "version" | "notes">;

export const inReview = (status: DemandStatus) => `demand#${status}`;
export const inState = (state: DemandState) => `demand-state#${state}`;
export const ofChain = (chain: string) => `demand#${chain}`;

export const Demand = entity<DemandRecord, { id: string }>({
  type: "demand",
  personal: {
    person: (d, ctx) => ctx.keys.digest("person", d.contact.email),
    empty: { contact: { name: "", email: "" }, creditCode: undefined, remark: undefined },
  },
  key: ({ id }) => ({ pk: `demand#${id}`, sk: "demand" }),
  indexed: (d) => ({
    byState: { pk: inReview(d.status), sk: `${d.since}#${d.id}` },
    ...(d.status === "listed"
      ? {
          byChain: { pk: ofChain(d.chain), sk: `${d.since}#${d.id}` },
          byOwner: { pk: inState(d.state), sk: `${d.stateSince ?? d.since}#${d.id}` },
        }
      : {}),
  }),
  expires: (d) =>
    d.status === "declined" || d.status === "withdrawn"
      ? Math.ceil(new Date(d.since).getTime() / 1000) + keptDays * 86_400
      : undefined,
});
