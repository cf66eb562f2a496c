/** How often a queue hands something over before it becomes a dead letter. */
export const maxAttempts = 12;

/** Milliseconds to wait after the given number of failures: 0.2 s doubling to 30 s, half of it jitter. */
export const backoff = (failures: number, random: () => number = Math.random): number =>
  Math.min(30_000, 200 * 2 ** (failures - 1)) * (0.5 + random() / 2);

/** Waits, but no longer than until the signal. */
export const pause = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  new Promise((done) => {
    if (signal?.aborted) return done();
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      done();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener("abort", end);
  });
