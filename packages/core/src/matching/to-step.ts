import type { StepRecord } from "./entity.ts";
import type { Step } from "./schema.ts";

/** A step as it is told. */
export const toStep = ({ step, on, reason, related, at, by }: StepRecord): Step => ({
  ...{ step, on, related },
  ...(reason ? { reason } : {}),
  // Steps of before say neither.
  ...(at ? { at } : {}),
  ...(by ? { by } : {}),
});
