import { entity } from "../platform/entity.ts";
import type { PublicOutcome } from "./schema.ts";

/** What an organiser told the public of an activity: figures as they were then. Holds nobody. */
export interface OutcomeRecord {
  readonly activityId: string;
  readonly figures: PublicOutcome;
  /** Absent: it was taken back. */
  readonly publishedAt?: string | undefined;
}

export const Outcomes = entity<OutcomeRecord, { activityId: string }>({
  type: "activity-outcome",
  key: ({ activityId }) => ({ pk: `activity-outcome#${activityId}`, sk: "outcome" }),
});
