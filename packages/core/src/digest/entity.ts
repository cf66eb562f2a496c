import { entity } from "../platform/entity.ts";

/** One side of a pair that somebody is told about. */
export interface DigestLine {
  readonly demandId: string;
  readonly offerId: string;
  readonly side: "need" | "offer";
}

/** What one person is told in a day, and whether they want it. Holds no address; the person is a keyed digest. */
export interface DigestRecord {
  readonly person: string;
  /** Since when they want none. */
  readonly off?: string | undefined;
  /** The last day, Asia/Shanghai, for which lines were taken; there is one mail a day. */
  readonly day?: string | undefined;
  readonly lines: readonly DigestLine[];
  /** `due`: taken, and the mail may not have gone. */
  readonly status: "idle" | "due";
}

export const dueDigests = "match-digests";

export const Digests = entity<DigestRecord, { person: string }>({
  type: "match-digest",
  key: ({ person }) => ({ pk: `match-digest#${person}`, sk: "digest" }),
  indexed: (d) => ({ byState: d.status === "due" ? { pk: dueDigests, sk: `${d.day}#${d.person}` } : undefined }),
});
