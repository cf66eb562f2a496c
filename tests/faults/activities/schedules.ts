import fc from "fast-check";
import { type Ground, openGround } from "./ground.ts";
import type { Guard } from "./guards.ts";
import { take } from "./run.ts";
import { schedule } from "./steps.ts";
import { Broken } from "./watch.ts";

/** The table is opened anew before it grows slow. */
const perTable = 500;
/** Longer than any schedule's clock runs. */
const span = 41 * 86_400_000;
/** Every sixteenth schedule sends its mails. */
const mailed = 16;

/** In a quarter of the schedules people come in groups; the rest are as they were before there were any. */
const grouping: readonly number[] = [5, 6];

export interface Failure {
  readonly seed: number;
  readonly why: string;
  /** An invariant is broken; anything else is an error of its own. */
  readonly broken: boolean;
  readonly log: readonly string[];
}

/** Runs schedules one after the other, each from a seed of its own; one seed makes the same schedule and the same faults again. */
export class Schedules {
  #ground: Ground | undefined;
  #taken = 0;
  readonly #seeds = new Set<number>();

  async take(seed: number, options: { guard?: Guard | undefined; mails?: boolean } = {}): Promise<Failure | undefined> {
    if (this.#taken % perTable === 0 || this.#seeds.has(seed)) await this.#fresh();
    const ground = this.#ground ?? (await this.#fresh());
    this.#seeds.add(seed);
    const from = new Date(Date.UTC(2026, 10, 23) - (this.#taken++ % perTable) * span);
    const [plan] = fc.sample(schedule, { seed, numRuns: 1 });
    if (!plan) throw new Error("no schedule was drawn");
    const log: string[] = [];
    const mails = options.mails ?? (seed % mailed === 0 || options.guard?.name === "each mail once");
    try {
      await take(ground, plan, {
        guard: options.guard,
        mails,
        groups: grouping.includes(seed % 8),
        from,
        name: `${seed.toString(32)}z`,
        log: (line) => log.push(line),
      });
      return undefined;
    } catch (error) {
      const why =
        error instanceof Broken ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { seed, why, broken: error instanceof Broken, log: [`house ${plan.house}`, ...log] };
    } finally {
      ground.changes();
    }
  }

  async #fresh(): Promise<Ground> {
    await this.#ground?.close();
    this.#seeds.clear();
    this.#taken = 0;
    this.#ground = await openGround();
    return this.#ground;
  }

  async close(): Promise<void> {
    await this.#ground?.close();
  }
}

export const toldOf = ({ seed, why, log }: Failure): string =>
  `${why}\n  again: npm run soak -- activities --schedules 1 --seed ${seed}\n  ${log.join("\n  ")}`;
