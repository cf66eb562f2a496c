import { expect, it } from "vitest";
import { createPace } from "./pace.ts";

it("lets no more through in any second than the rate, however many ask at once", async () => {
  let now = 0;
  const went: number[] = [];
  const waiting: { at: number; go: () => void }[] = [];
  const pace = createPace(10, {
    now: () => now,
    sleep: (milliseconds) => new Promise((go) => waiting.push({ at: now + milliseconds, go })),
  });
  const all = Promise.all(Array.from({ length: 35 }, () => pace().then(() => went.push(now))));
  for (; now < 5000; now += 10) {
    const due = waiting.filter((w) => w.at <= now);
    waiting.splice(0, waiting.length, ...waiting.filter((w) => w.at > now));
    for (const { go } of due) go();
    await Promise.resolve();
    await Promise.resolve();
  }
  await all;
  for (const start of went) expect(went.filter((at) => at >= start && at < start + 990).length).toBeLessThanOrEqual(10);
  expect(went.at(-1)).toBeGreaterThanOrEqual(3400);
  expect(went.at(-1)).toBeLessThan(3500);
});
