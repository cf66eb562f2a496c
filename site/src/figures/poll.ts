export interface Poll {
  /** Asks at once, and goes on from there. */
  readonly now: () => void;
  /** Asks for the first time in 15 seconds. */
  readonly later: () => void;
  /** Asks nothing until `now`. */
  readonly pause: () => void;
}

/** Times in ms. */
const every = 15_000;
const longest = 240_000;
const patience = 10_000;

/**
 * Asks every 15 seconds from the first `now` or `later` on. When that fails, `failed` is told and it waits twice as long as before, at most 4 minutes, until asking
 * succeeds again. A question that takes too long is dropped and has failed; one that is paused or asked anew is dropped and nothing comes of it.
 */
export function poll(ask: (signal: AbortSignal) => Promise<void>, failed: () => void): Poll {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;
  let wait = every;

  const pause = () => {
    clearTimeout(timer);
    asking?.abort();
    asking = undefined;
  };
  const now = () => {
    pause();
    const mine = new AbortController();
    asking = mine;
    const late = setTimeout(() => mine.abort(), patience);
    const done = (well: boolean) => {
      clearTimeout(late);
      if (asking !== mine) return;
      wait = well ? every : Math.min(wait * 2, longest);
      if (!well) failed();
      timer = setTimeout(now, wait);
    };
    ask(mine.signal).then(
      () => done(true),
      () => done(false),
    );
  };
  const later = () => {
    pause();
    timer = setTimeout(now, wait);
  };
  return { now, later, pause };
}
