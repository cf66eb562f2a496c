import { type MailJob, sendOnce } from "@lingxi/core/platform/mail/ledger";
import type { Mailer, RawMail } from "@lingxi/core/platform/mail/mailer";
import { MailDeferred } from "@lingxi/core/platform/mail/mailer";
import { recordFeedback } from "@lingxi/core/platform/mail/record";
import { describe, expect, it } from "vitest";
import { embedded, system } from "../support/embedded.ts";
import { chance, type Faults, faulty } from "../support/faults.ts";

const world = embedded();
const hour = 3_600_000;

/** A transport that throttles, and that takes mails and loses the answer; its events come later, each twice, in any order. */
function transport(random: () => number) {
  const taken: RawMail[] = [];
  const mailer: Mailer = {
    from: "灵犀 <noreply@lingxi.example>",
    replyTo: "help@lingxi.example",
    async send(mail) {
      if (random() < 0.15) throw new MailDeferred("TooManyRequestsException");
      if (random() < 0.05) throw Object.assign(new Error("reset before it was sent"), { code: "ECONNRESET" });
      taken.push(mail);
      if (random() < 0.2) throw new Error("socket hang up");
      return { messageId: `m${taken.length}` };
    },
  };
  return { mailer, taken };
}

const job = (run: number, n: number): MailJob => ({
  key: `evt-${run}-${n}`,
  template: "test",
  silence: hour,
  message: { to: { address: `p${n}@example.com` }, subject: "测试", html: "<p>测试</p>", text: "测试", locale: "zh-CN" },
});

async function run(seed: number, faults: Faults) {
  const random = chance(seed);
  const { mailer, taken } = transport(random);
  const client = faulty(world.client, random, faults);
  const ctx = () => world.ctx(system, { client, mailer });
  const jobs = Array.from({ length: 6 }, (_, n) => job(seed, n));
  for (let round = 0; round < 8; round++) {
    // Three workers take the same queue at once, as an at-least-once queue gives it to them; an error means later.
    await Promise.all([1, 2, 3].flatMap(() => jobs.map((j) => sendOnce(ctx(), j).catch(() => undefined))));
    for (const { key } of taken) if (random() < 0.5) await recordFeedback(world.ctx(system), key, "delivered");
    // The transport's events are all in long before the window of silence is over.
    if (round >= 3) {
      for (const { key } of taken) await recordFeedback(world.ctx(system), key, "delivered");
      world.clock.advance(hour);
    }
  }
  const times = new Map<string, number>();
  for (const { key } of taken) times.set(key, (times.get(key) ?? 0) + 1);
  return { lost: jobs.filter((j) => !times.has(j.key)).length, doubled: [...times.values()].filter((n) => n > 1).length };
}

const seeds = Array.from({ length: 5 }, (_, n) => 2000 + n);
const storm: Faults = { throttle: 0.05, lost: 0.05 };

describe("the mail ledger, with three workers, a faulty table and a transport that loses answers", () => {
  it.each(seeds)("sends each mail exactly once (seed %i)", async (seed) => {
    expect(await run(seed, storm)).toEqual({ lost: 0, doubled: 0 });
  });

  it("is caught at doubling by the same run when the claim is not conditional", async () => {
    const { doubled } = await run(2999, { ...storm, unguarded: true });
    expect(doubled).toBeGreaterThan(0);
  });
});
