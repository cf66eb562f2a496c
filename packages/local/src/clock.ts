import { randomUUID } from "node:crypto";
import { errorFacts, type Log } from "@lingxi/core/platform/log";
import { pause } from "./backoff.ts";
import { envelope } from "./bus.ts";

/** What a clock starts: its rate as EventBridge Scheduler writes it, and the handler. */
export interface Job {
  readonly name: string;
  readonly schedule: string;
  readonly handler: (event: object, context: object) => Promise<unknown>;
}

export interface Clock {
  close(): Promise<void>;
}

const units = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Milliseconds of `rate(5 minutes)`. Cron expressions are refused: a job that must run at a fixed hour asks its own clock. */
export function readRate(schedule: string): number {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(schedule) ?? [];
  if (!count || !unit || !(unit in units)) throw new Error(`The schedule ${schedule} is not a rate.`);
  return Number(count) * units[unit as keyof typeof units];
}

/** Runs each job at its rate, first shortly after the start unless its rate is longer than an hour; a job never overlaps itself, and one that fails runs again at its next time. */
export function startClock(jobs: readonly Job[], log: Log, first = 1000): Clock {
  const stopping = new AbortController();
  const running = jobs.map(async ({ name, schedule, handler }, i) => {
    const rate = readRate(schedule);
    await pause(rate > units.hour ? rate : first + i * 200, stopping.signal);
    while (!stopping.signal.aborted) {
      const started = Date.now();
      try {
        await handler(envelope("aws.scheduler", "Scheduled Event", {}, new Date(started)), {
          functionName: name,
          awsRequestId: randomUUID(),
        });
      } catch (error) {
        log.error("a job failed", { job: name, ...errorFacts(error) });
      }
      await pause(Math.max(0, rate - (Date.now() - started)), stopping.signal);
    }
  });
  return {
    async close() {
      stopping.abort();
      await Promise.race([Promise.all(running), pause(1500)]);
    },
  };
}
