import type { RegistrationFact } from "@lingxi/core/activity/reactions";
import { followRegistration } from "@lingxi/core/meeting/reactions";
import { subscriber } from "../subscriber.ts";

/** Whoever gives up the seat gives up the meetings. */
export const handler = subscriber("end-meetings", (ctx, { data }) => {
  const { activityId, person } = data as RegistrationFact;
  return followRegistration(ctx, { activityId, person });
});
