import type { Rule } from "@lingxi/core/segment/schema";

export type {
  ContactPair as PairRow,
  OneContact as ContactView,
  SegmentFigures as SegmentCount,
  SentMail as SentRow,
} from "@lingxi/core/campaign/contact-answer-schema";
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
