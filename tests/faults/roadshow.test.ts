import type { Mailer, RawMail } from "@lingxi/core/platform/mail/mailer";
import { MailDeferred } from "@lingxi/core/platform/mail/mailer";
import { Mail, recordFeedback } from "@lingxi/core/platform/mail/record";
import { decideEntry, getRoadshow, publishResult, setCall } from "@lingxi/core/roadshow";
import { tellResult } from "@lingxi/core/roadshow/reactions";
import { describe, expect, it } from "vitest";
import { embedded, staff, system } from "../support/embedded.ts";
import { chance, faulty } from "../support/faults.ts";
import { callFor, entered, openRoadshow } from "../support/roadshow.ts";

const world = embedded();
const hour = 3_600_000;
const day = 24 * hour;

/** Takes mails and loses the answer, or takes none for now. */
function transport(random: () => number) {
  const taken: RawMail[] = [];
  const mailer: Mailer = {
    from: "灵犀 <noreply@lingxi.example>",
    replyTo: "help@lingxi.example",
    async send(mail) {
      if (random() < 0.2) throw new MailDeferred("TooManyRequestsException");
      taken.push(mail);
      if (random() < 0.2) throw new Error("socket hang up");
      return { messageId: `m${taken.length}` };
    },
  };
  return { mailer, taken };
}

/** A published result of five projects. */
async function published(): Promise<string> {
  const organiser = world.ctx(staff("organiser"));
  const activityId = await openRoadshow(world, { places: 2 });
  for (const is of ["accepted", "accepted", "reserve", "reserve", "declined"] as const)
    await decideEntry(organiser, { activityId, entryId: await entered(world, activityId), version: 1, decision: is });
  const past = (days: number) => new Date(world.clock.now.getTime() - days * day).toISOString();
  await setCall(organiser, { activityId, version: 1, ...callFor(world, { places: 2, opensAt: past(9), closesAt: past(1) }) });
  const { version } = await getRoadshow(organiser, { activityId });
  await publishResult(organiser, { activityId, version });
  return activityId;
}

/** Delivers the event again and again, three times at once; `forgetting`: the claims of the mails are lost in between. */
async function deliver(seed: number, forgetting = false) {
  const random = chance(seed);
  const { mailer, taken } = transport(random);
  const activityId = await published();
  const client = faulty(world.client, random, { throttle: 0.05, lost: 0.05 });
  for (let round = 0; round < 6; round++) {
    const ctx = () => world.ctx(system, { client, mailer });
    await Promise.all([1, 2, 3].map(() => tellResult(ctx(), { activityId, silence: hour }).catch(() => undefined)));
    for (const { key } of taken) await recordFeedback(world.ctx(system), key, "delivered");
    if (forgetting)
      await Promise.all(
        [...new Set(taken.map(({ key }) => key))].map((key) => world.ctx(system).table.write([Mail.remove({ key })], "")),
      );
    world.clock.advance(hour);
  }
  const times = new Map<string, number>();
  for (const { to } of taken) times.set(to, (times.get(to) ?? 0) + 1);
  return { told: times.size, doubled: [...times.values()].filter((n) => n > 1).length };
}

describe("a result, delivered many times by a faulty bus, table and transport", () => {
  it.each([4001, 4002, 4003])("is told exactly once (SEED %i)", async (seed) => {
    expect(await deliver(seed)).toEqual({ told: 5, doubled: 0 });
  });

  it("would be told twice if nothing remembered it (control)", async () => {
    expect((await deliver(4004, true)).doubled).toBeGreaterThan(0);
  });
});
