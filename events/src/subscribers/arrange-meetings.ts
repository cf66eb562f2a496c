import type { RegistrationFact } from "@lingxi/core/activity/reactions";
import { followRegistration, makeSchedule, type RunFact } from "@lingxi/core/meeting/reactions";
import { subscriber } from "../subscriber.ts";

/** Some minutes of search at most, within the time that a function has. */
const work = {
  turns: 20_000,
  milliseconds: 10 * 60_000,
  rest: () => new Promise<void>((done) => setImmediate(done)),
};

/**
 * Makes the schedule that was asked for, in small steps, since in one process others have to be answered meanwhile; and ends the meetings of who
 * gives up the seat. A publication looks at seats by itself, so the latter may wait.
 */
export const handler = subscriber("arrange-meetings", async (ctx, { name, data }) => {
  if (name === "meeting.run-asked") return makeSchedule(ctx, { ...(data as RunFact), work });
  const { activityId, person } = data as RegistrationFact;
  return followRegistration(ctx, { activityId, person });
});
