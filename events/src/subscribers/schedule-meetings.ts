import { makeSchedule, type RunFact } from "@lingxi/core/meeting/reactions";
import { subscriber } from "../subscriber.ts";

/** Some minutes of search at most, within the time that a function has. */
const work = {
  turns: 20_000,
  milliseconds: 10 * 60_000,
  rest: () => new Promise<void>((done) => setImmediate(done)),
};

/** Makes the schedule that was asked for: in small steps, since in one process others have to be answered meanwhile. */
export const handler = subscriber("schedule-meetings", (ctx, { data }) => makeSchedule(ctx, { ...(data as RunFact), work }));
