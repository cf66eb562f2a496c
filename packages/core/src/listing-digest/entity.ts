import { entity } from "../platform/entity.ts";

export interface ListingRef {
  readonly kind: "project" | "demand";
  readonly id: string;
}

/** How far a person was told of what is newly listed, and what their mail of the week says. */
export interface DigestRecord {
  readonly person: string;
  /** The Monday of the week by the person's clock: `2026-12-07`. */
  readonly week: string;
  /** What was listed after `from` and up to `to`. */
  readonly from: string;
  readonly to: string;
  readonly listings: readonly ListingRef[];
  readonly status: "planned" | "done";
}

export const Digest = entity<DigestRecord, { person: string }>({
  type: "listing-digest",
  key: ({ person }) => ({ pk: `listing-digest#${person}`, sk: "digest" }),
  expires: (d) => Math.ceil(Date.parse(d.to) / 1000) + 180 * 86_400,
});
