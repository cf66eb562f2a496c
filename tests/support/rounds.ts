import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** What was asked of the table: how often, and how many times in a row somebody had to wait for it. */
export interface Rounds {
  /** Requests, those sent together included. */
  readonly calls: number;
  /** Requests that were sent one after the other: those that were on their way at the same time are one. */
  readonly depth: number;
}

/**
 * Counts what goes to the table. Answers are given back when all that is on its way has arrived, so that what was sent together ends together, and what is
 * sent after that has waited for it.
 */
export function countRounds(client: DynamoDBClient): { of(work: () => Promise<unknown>): Promise<Rounds> } {
  let calls = 0;
  let depth = 0;
  let away = 0;
  let release: (() => void)[] = [];
  client.middlewareStack.add(
    (next) => async (args) => {
      calls++;
      if (!away && !release.length) depth++;
      away++;
      try {
        return await next(args);
      } finally {
        away--;
        await new Promise<void>((done) => {
          release.push(done);
          if (away) return;
          const all = release;
          release = [];
          for (const one of all) one();
        });
      }
    },
    { step: "initialize" },
  );
  return {
    async of(work) {
      [calls, depth] = [0, 0];
      await work();
      return { calls, depth };
    },
  };
}
