import type { SegmentCount as Count, PairPage, SentPage, ContactView as View } from "@lingxi/core/campaign/contact-answer-schema";
import type { Rule } from "@lingxi/core/segment/schema";
import type { z } from "zod";

export type ContactView = z.infer<typeof View>;
export type SentRow = z.infer<typeof SentPage>["items"][number];
export type PairRow = z.infer<typeof PairPage>["items"][number];
export type SegmentCount = z.infer<typeof Count>;
export type Group = Rule["groups"][number];
export type Condition = Group["conditions"][number];

export interface SegmentRow {
  readonly id: string;
  readonly name: string;
  readonly rule: Rule;
  readonly version: number;
}

/** What the form of a segment holds. */
export interface SegmentDraft {
  readonly name: string;
  readonly match: Rule["match"];
  readonly groups: readonly Group[];
}
export const toSegment = ({ name, match, groups }: SegmentDraft) => ({ name, rule: { match, groups } });
