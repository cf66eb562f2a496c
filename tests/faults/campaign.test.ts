import {
  campaignProgress,
  cancelCampaign,
  decideUnknownMails,
  getCampaign,
  listRecipients,
  pauseCampaign,
  resumeCampaign,
} from "@lingxi/core/campaign";
import type { Ctx } from "@lingxi/core/platform/context";
import { MailDeferred, MailRejected, type RawMail } from "@lingxi/core/platform/mail/mailer";
import { recordFeedback } from "@lingxi/core/platform/mail/record";
import { describe, expect, it } from "vitest";
import { digestOf } from "../../packages/core/src/campaign/digest.ts";
import type { CampaignRecord } from "../../packages/core/src/campaign/entity.ts";
import { bringIn, people, startCampaign, statusOf, work } from "../support/campaigns.ts";
import { embedded, staff, system } from "../support/embedded.ts";

const world = embedded();
const progress = (campaignId: string) => campaignProgress(world.ctx(staff("organiser")), { campaignId });

/** Numbers from 0 to 1 that a seed fixes. */
function random(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** A transport that keeps what it took and fails by seed; `feedback` delivers its events afterwards. */
function shakyTransport(seed: number) {
  const next = random(seed);
  const took: RawMail[] = [];
  return {
    took,
    async send(mail: RawMail): Promise<{ messageId: string }> {
      const fate = next();
      if (fate < 0.15) throw new MailDeferred("TooManyRequestsException");
      if (fate < 0.2) throw new MailRejected("MessageRejected");
      took.push(mail);
      if (fate < 0.4) throw new Error("the answer was lost");
      return { messageId: "m" };
    },
    async feedback() {
      for (const mail of took) await recordFeedback(world.ctx(system), mail.key, "delivered");
    },
  };
}

/** Kills the worker at the nth write: everything after it fails, as for a process that is gone. */
function dying(ctx: Ctx, at: number, send: Ctx["mailer"]["send"]): Ctx {
  let writes = 0;
  const gone = () => Promise.reject(new Error("killed"));
  const dead = () => writes >= at;
  return {
    ...ctx,
    table: {
      get: (...args) => (dead() ? gone() : ctx.table.get(...args)),
      getMany: (...args) => (dead() ? gone() : ctx.table.getMany(...args)),
      query: (...args) => (dead() ? gone() : ctx.table.query(...args)),
      write: (...args) => (++writes >= at ? gone() : ctx.table.write(...args)),
    },
    mailer: { ...ctx.mailer, send: (mail) => (dead() ? gone() : send(mail)) },
  };
}

const perPerson = (mails: readonly RawMail[]) => {
  const counts = new Map<string, number>();
  for (const { to } of mails) counts.set(to, (counts.get(to) ?? 0) + 1);
  return counts;
};
const doubled = (mails: readonly RawMail[]) => [...perPerson(mails).values()].filter((n) => n > 1).length;

describe("a campaign", () => {
  it("sends each recipient exactly one mail, with several workers at once", async () => {
    const id = await startCampaign(world, await bringIn(world, people(40)));
    await Promise.all([work(world, id), work(world, id), work(world, id)]);
    await work(world, id);
    expect(world.mails).toHaveLength(40);
    expect(doubled(world.mails)).toBe(0);
    expect(await statusOf(world, id)).toBe("finished");
    expect(await progress(id)).toMatchObject({ queued: 0, mails: { accepted: 40 }, frozen: { included: 40 } });
  });

  it.each([1, 2, 3])("loses none and doubles none while the transport fails and workers die, seed %i", async (seed) => {
    const next = random(seed * 77);
    const transport = shakyTransport(seed);
    const id = await startCampaign(world, await bringIn(world, people(30)));
    for (let round = 0; round < 60 && (await statusOf(world, id)) === "sending"; round++) {
      const ctx = world.ctx(system);
      const alive = { ...ctx, mailer: { ...ctx.mailer, send: transport.send } };
      const workers = round < 12 ? [dying(ctx, 2 + Math.floor(next() * 25), transport.send), alive] : [alive];
      await Promise.allSettled(workers.map((worker) => work(world, id, { ctx: worker, afterSilence: "resend" })));
      await transport.feedback();
      world.clock.advance(61_000);
    }
    const { mails, frozen, queued } = await progress(id);
    expect(await statusOf(world, id)).toBe("finished");
    expect(doubled(transport.took)).toBe(0);
    expect(queued).toBe(0);
    expect(mails.rejected + perPerson(transport.took).size).toBe(frozen?.included);
    expect(mails.delivered).toBe(transport.took.length);
  });

  it("finds duplicates when the claim is taken away (control)", async () => {
    const id = await startCampaign(world, await bringIn(world, people(20)));
    const ctx = world.ctx(system);
    const blind: Ctx = {
      ...ctx,
      table: {
        ...ctx.table,
        get: async (key, consistent) => (key.pk.startsWith("mail#") ? undefined : ctx.table.get(key, consistent)),
        write: (writes, token) =>
          ctx.table.write(
            writes.map((w) => (w.put?.type === "mail" && w.condition ? { put: w.put } : w)),
            token,
          ),
      },
    };
    await Promise.all([work(world, id, { ctx: blind }), work(world, id, { ctx: blind })]);
    expect(doubled(world.mails)).toBeGreaterThan(0);
  });

  it("asks a person where the answer was lost and no event came, and does as told", async () => {
    const id = await startCampaign(world, await bringIn(world, people(3)));
    const ctx = world.ctx(system);
    let lost = 0;
    const send = async (mail: RawMail) => {
      if (++lost <= 2) throw new Error("the answer was lost");
      return ctx.mailer.send(mail);
    };
    await work(world, id, { ctx: { ...ctx, mailer: { ...ctx.mailer, send } } });
    expect(await progress(id)).toMatchObject({ asking: 0, mails: { unknown: 2, accepted: 1 } });
    world.clock.advance(130_000);
    await work(world, id);
    expect(world.mails).toHaveLength(1);
    expect(await progress(id)).toMatchObject({ status: "sending", asking: 2 });

    const organiser = world.ctx(staff("organiser"));
    expect(await decideUnknownMails(organiser, { campaignId: id, choice: "resend" })).toEqual({ decided: 2 });
    await work(world, id);
    expect(world.mails).toHaveLength(3);
    expect(await progress(id)).toMatchObject({ status: "finished", asking: 0, mails: { accepted: 3 } });
  });

  it("leaves what a person leaves, and still believes the transport's event", async () => {
    const id = await startCampaign(world, await bringIn(world, people(1)));
    const ctx = world.ctx(system);
    const send = async () => Promise.reject(new Error("the answer was lost"));
    await work(world, id, { ctx: { ...ctx, mailer: { ...ctx.mailer, send } } });
    world.clock.advance(130_000);
    await decideUnknownMails(world.ctx(staff("organiser")), { campaignId: id, choice: "leave" });
    await work(world, id);
    expect(await progress(id)).toMatchObject({ status: "finished", mails: { left: 1 } });
    const { items } = await listRecipients(world.ctx(staff("organiser")), { campaignId: id, limit: 100, from: 100 });
    await recordFeedback(world.ctx(system), `${id}-${items.find((row) => row.state === "left")?.person}`, "delivered");
    expect((await progress(id)).mails).toMatchObject({ left: 0, delivered: 1 });
  });

  it("pauses, goes on, and cancels; what was not sent is accounted for", async () => {
    const id = await startCampaign(world, await bringIn(world, people(30)));
    const organiser = world.ctx(staff("organiser"));
    const ctx = world.ctx(system);
    let sent = 0;
    const send = async (mail: RawMail) => {
      if (++sent === 5) {
        await pauseCampaign(organiser, { campaignId: id, version: (await getCampaign(organiser, { campaignId: id })).version });
        world.clock.advance(600);
      }
      return ctx.mailer.send(mail);
    };
    await work(world, id, { ctx: { ...ctx, mailer: { ...ctx.mailer, send } } });
    const held = world.mails.length;
    expect(held).toBeLessThan(5 + 2 * 16);
    await work(world, id);
    expect(world.mails).toHaveLength(held);

    const { version } = await progress(id);
    await resumeCampaign(organiser, { campaignId: id, version });
    await cancelCampaign(organiser, { campaignId: id, version: version + 1 });
    await work(world, id);
    expect(world.mails).toHaveLength(held);
    expect(await progress(id)).toMatchObject({ status: "cancelled", queued: 0, cancelled: 30 - held, mails: { accepted: held } });
  });

  it("writes three items a recipient, and the pages of the snapshot", async () => {
    const id = await startCampaign(world, await bringIn(world, people(20)));
    const ctx = world.ctx(system);
    let writes = 0;
    const write: Ctx["table"]["write"] = (items, token) => {
      writes += items.length;
      return ctx.table.write(items, token);
    };
    const counted = { ...ctx, table: { ...ctx.table, write } };
    await work(world, id, { ctx: counted });
    for (const { key } of world.mails) await recordFeedback(counted, key, "delivered");
    const pages = Math.ceil((await getCampaign(world.ctx(staff("organiser")), { campaignId: id })).frozen?.pages ?? 0);
    expect(writes).toBe(3 * 20 + 2 * pages + 2);
  });

  it("is held, and sends nothing, when the audience grew after it was confirmed", async () => {
    const list = people(2);
    const importId = await bringIn(world, list);
    const id = await startCampaign(world, importId);
    const ctx = world.ctx(system);
    const confirmed = await ctx.table.get({ pk: `campaign#${id}`, sk: "campaign" });
    const fewer = { ...confirmed, expected: 1 } as unknown as CampaignRecord;
    await ctx.table.write([{ put: { ...fewer, asked: { ...fewer.asked, digest: digestOf(fewer) } } }], "");
    await work(world, id);
    expect(world.mails).toHaveLength(0);
    expect(await progress(id)).toMatchObject({ status: "paused", heldBecause: "audience-changed" });
    const { version } = await progress(id);
    const organiser = world.ctx(staff("organiser"));
    await expect(resumeCampaign(organiser, { campaignId: id, version })).rejects.toMatchObject({
      reason: "campaign.audience-changed",
    });
    await resumeCampaign(organiser, { campaignId: id, version, expected: 2 });
    await work(world, id);
    expect(world.mails).toHaveLength(2);
  });

  it("is held, and sends nothing, when the record holds another text than the one that was ordered", async () => {
    const id = await startCampaign(world, await bringIn(world, people(2)));
    const ctx = world.ctx(system);
    const ordered = await ctx.table.get({ pk: `campaign#${id}`, sk: "campaign" });
    await ctx.table.write([{ put: { ...ordered, body: { "zh-CN": "别的话" } } }], "");
    await work(world, id);
    expect(world.mails).toHaveLength(0);
    expect((await progress(id)).status).toBe("paused");
  });
});
