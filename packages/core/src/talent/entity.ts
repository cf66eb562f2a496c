import { entity } from "../platform/entity.ts";
import { tidiedAfter } from "../platform/expire.ts";
import { declinedDays, isPublic, proofDays } from "./policy.ts";
import type { TalentDetail, TalentStatus } from "./schema.ts";

export interface TalentRecord extends Omit<TalentDetail, "version"> {
  /** Keyed digest of the address. */
  readonly person: string;
  readonly linkAskedAt?: string | undefined;
}

/** What is left of a person who is erased. */
export const nobody = {
  name: "",
  organisation: "",
  title: "",
  expertise: [],
  introduction: { "zh-CN": "" },
  email: "",
  phone: undefined,
  remark: undefined,
} satisfies Partial<TalentRecord>;

/** Holds a person's one place: whoever applies again meets it. Free again when the person has left. */
export interface PlaceRecord {
  readonly person: string;
  readonly talentId: string;
  readonly free: boolean;
}

export const inState = (status: TalentStatus) => `talent#${status}`;
export const shown = "talent#public";
const seconds = (instant: string, days: number) => Math.ceil(new Date(instant).getTime() / 1000) + days * 86_400;

export const Talent = entity<TalentRecord, { id: string }>({
  type: "talent",
  personal: { person: (t) => t.person, empty: nobody },
  key: ({ id }) => ({ pk: `talent#${id}`, sk: "talent" }),
  indexed: (t) => ({
    byState: { pk: inState(t.status), sk: `${t.since}#${t.id}` },
    byOwner: isPublic(t) ? { pk: shown, sk: `${t.since}#${t.id}` } : undefined,
  }),
  expires: (t) =>
    t.status === "withdrawn"
      ? seconds(t.since, proofDays)
      : t.status === "declined"
        ? seconds(t.since, declinedDays + tidiedAfter)
        : undefined,
});

export const Place = entity<PlaceRecord, { person: string }>({
  type: "talent-place",
  key: ({ person }) => ({ pk: `talent-place#${person}`, sk: "place" }),
});
