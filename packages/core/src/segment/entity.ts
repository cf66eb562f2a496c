import { entity } from "../platform/entity.ts";
import type { Doing } from "./policy.ts";
import type { SegmentContent } from "./schema.ts";

export interface SegmentRecord extends SegmentContent {
  readonly id: string;
  readonly droppedAt?: string | undefined;
}

/** What somebody did, as far as segments ask for it. Names nobody but by the keyed digest. */
export interface FactsRecord {
  readonly person: string;
  readonly activities: Readonly<Record<string, Doing>>;
  readonly matchedAt?: string | undefined;
}

export const allSegments = "segments";
export const Segments = entity<SegmentRecord, { id: string }>({
  type: "segment",
  key: ({ id }) => ({ pk: `segment#${id}`, sk: "segment" }),
  indexed: (s) => ({ byState: s.droppedAt ? undefined : { pk: allSegments, sk: `${s.name}#${s.id}` } }),
});

export const PersonFacts = entity<FactsRecord, { person: string }>({
  type: "person-facts",
  key: ({ person }) => ({ pk: `person-facts#${person}`, sk: "facts" }),
});
