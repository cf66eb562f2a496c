import type { Derive } from "../platform/event.ts";
import type { OutcomeRecord } from "./entity.ts";

/** `outcome.changed` whenever the activity's page may differ. */
export const deriveOutcomeEvents: Derive = {
  "activity-outcome"({ after }) {
    const is = after as unknown as OutcomeRecord | undefined;
    return is ? [{ name: "outcome.changed", data: { activityId: is.activityId } }] : [];
  },
};
