import { expect, it } from "vitest";
import { run } from "./run.ts";
import { type Job, WorkStore } from "./store.ts";

/** A browser's store, which a reload leaves as it is. */
function memory() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
    key: (n: number) => [...items.keys()][n] ?? null,
    get length() {
      return items.size;
    },
  };
}

const job: Job = {
  id: "wrk_1",
  owner: "stf_1",
  title: { "zh-CN": "挂牌", en: "List" },
  href: "/console/projects",
  calls: Array.from({ length: 250 }, (_, n) => ({ id: `p${n}`, name: `P${n}`, path: `/p${n}`, body: { version: 1 } })),
};

it("goes on after a reload where it was, asks for no row twice, and knows which were under way", async () => {
  const browser = memory();
  const store = new WorkStore(browser);
  expect(store.add(job)).toBe(true);
  const sent: string[] = [];
  let gone = false;
  void run({
    calls: job.calls,
    signal: new AbortController().signal,
    told: () => {},
    began: (index) => !gone && store.began(job.id, index),
    ended: (index, why) => !gone && store.ended(job.id, index, why),
    async send(path) {
      if (gone) return new Promise(() => {});
      sent.push(path);
      // The page goes away while three rows are under way.
      if (sent.length > 120) {
        gone = true;
        return new Promise(() => {});
      }
      return undefined;
    },
  });
  await new Promise((done) => setTimeout(done, 20));
  expect(gone).toBe(true);

  const reloaded = new WorkStore(browser);
  const [found] = reloaded.jobs();
  if (!found) throw new Error("the work is gone");
  const { before, unsure } = reloaded.state(found);
  expect(before.size + unsure.size).toBeGreaterThanOrEqual(sent.length);
  expect(unsure.size).toBeLessThanOrEqual(3);
  const again: string[] = [];
  const { done, rest } = await run({
    calls: found.calls,
    before,
    signal: new AbortController().signal,
    told: () => {},
    send: async (path) => again.push(path),
  });
  expect([done.length, rest]).toEqual([250, 0]);
  const twice = again.filter((path) => sent.includes(path));
  expect(twice.length, "only what was under way").toBeLessThanOrEqual(unsure.size);
  reloaded.remove(found);
  expect(browser.length).toBe(0);
});

it("says when a browser has no room for it", () => {
  const full = {
    ...memory(),
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  expect(new WorkStore(full).add(job)).toBe(false);
});
