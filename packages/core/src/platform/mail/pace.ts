/** Waits until the next mail may go. */
export type Pace = () => Promise<void>;

/** Lets calls through one after another, never more than so many a second, without a burst at the start. */
export function createPace(perSecond: number, clock: { now(): number; sleep(milliseconds: number): Promise<void> }): Pace {
  const gap = 1000 / perSecond;
  let next = clock.now();
  return async () => {
    const at = Math.max(next, clock.now());
    next = at + gap;
    const wait = at - clock.now();
    if (wait > 0) await clock.sleep(wait);
  };
}
