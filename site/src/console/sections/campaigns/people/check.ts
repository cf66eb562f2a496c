import { Rule, SegmentContent } from "@lingxi/core/segment/schema";
import { problemsOf } from "../../../form/check.ts";
import { type SegmentDraft, toSegment } from "./types.ts";

export const check = (draft: SegmentDraft) => problemsOf(SegmentContent, toSegment(draft));
/** Whether a rule says enough to be counted. */
export const isComplete = (rule: object) => Rule.safeParse(rule).success;
