import {
  campaignProgress,
  getCampaign,
  previewAudience,
  resumeCampaign,
  sendCampaign,
  setSendingRules,
} from "@lingxi/core/campaign";
import { sendCampaigns } from "@lingxi/core/campaign/reactions";
import { afterEach, describe, expect, it } from "vitest";
import { bringIn, letGo, people, startCampaign, tested, work } from "../../../../tests/support/campaigns.ts";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import type { Ctx } from "../platform/context.ts";
import { MailDeferred } from "../platform/mail/mailer.ts";
import { createCampaign } from "./edit-campaign.ts";
import { Contact } from "./entity.ts";
import type { SendingRules } from "./sending-schema.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const rules = { version: 0 };
const set = async (now: SendingRules) =>
  Object.assign(rules, await setSendingRules(organiser(), { ...now, version: rules.version }));
afterEach(() => set({}));

const progress = (campaignId: string) => campaignProgress(organiser(), { campaignId });
const mailsTo = (row: string) => world.mails.filter(({ to }) => to === row.split(",")[0]).length;

/** Where somebody lives. */
async function live(row: string, timeZone: string) {
  const ctx = world.ctx(system);
  const found = await Contact.find(ctx, { person: ctx.keys.digest("person", row.split(",")[0] ?? "") });
  if (found) await ctx.table.write([Contact.change(ctx, found, { timeZone })], "");
}

/** Orders a notification to one list. @returns its id */
async function order(list: string, said: { sendAt?: string; local?: boolean; perMinute?: number }) {
  const text = { "zh-CN": "您好" };
  const { id: campaignId } = await createCampaign(organiser(), {
    ...{ kind: "public-service", subject: text, body: text, audience: { chains: [], importId: list } },
  });
  await tested(world, campaignId);
  const { counts } = await previewAudience(organiser(), { campaignId });
  await sendCampaign(organiser(), { campaignId, version: 2, expected: counts.included, ...said });
  await letGo(world, campaignId);
  return campaignId;
}
/** What the clock starts every minute. */
const tick = () =>
  sendCampaigns(world.ctx(system), { milliseconds: 50_000, silence: minute, afterSilence: "ask", pace: async () => {} });

describe("the recipient's own hour", () => {
  /** 09:00 in Xi'an on the second day from now. */
  const nine = () => new Date(Math.floor(world.clock.now.getTime() / day) * day + 2 * day + hour).toISOString();
  const to = (at: string, plus: number) => world.clock.advance(Date.parse(at) + plus - world.clock.now.getTime());

  it("comes to each by their own clock, and the notification ends with the last", async () => {
    const rows = people(3);
    const [home = "", berlin = "", tokyo = ""] = rows;
    const list = await bringIn(world, rows);
    await live(berlin, "Europe/Berlin");
    await live(tokyo, "Asia/Tokyo");
    const at = nine();
    const id = await order(list, { sendAt: at, local: true });
    const got = () => [tokyo, home, berlin].map(mailsTo);
    for (const [plus, expected] of [
      [-7 * hour, [0, 0, 0]],
      [-6 * hour, [0, 0, 0]],
      [-hour, [1, 0, 0]],
      [-minute, [1, 0, 0]],
      [0, [1, 1, 0]],
      [6 * hour, [1, 1, 0]],
    ] as const) {
      to(at, plus);
      await tick();
      expect(got()).toEqual(expected);
    }
    expect(await progress(id)).toMatchObject({ status: "sending", queued: 1, mails: { accepted: 2 } });
    to(at, 7 * hour);
    await tick();
    expect(got()).toEqual([1, 1, 1]);
    expect(await progress(id)).toMatchObject({ status: "finished", queued: 0 });
  });

  it("that was missed holds it, and going on sends what was missed", async () => {
    const rows = people(2);
    const list = await bringIn(world, rows);
    await live(rows[1] ?? "", "Asia/Tokyo");
    const at = nine();
    const id = await order(list, { sendAt: at, local: true });
    to(at, -6 * hour);
    await tick();
    // Nobody worked between: Tokyo's hour came and went.
    to(at, -minute);
    await tick();
    expect(await progress(id)).toMatchObject({ status: "paused", heldBecause: "missed", mails: { accepted: 0 } });
    await resumeCampaign(organiser(), { campaignId: id, version: (await getCampaign(organiser(), { campaignId: id })).version });
    await tick();
    expect(rows.map(mailsTo)).toEqual([0, 1]);
    to(at, minute);
    await tick();
    expect(await progress(id)).toMatchObject({ status: "finished", mails: { accepted: 2 } });
  });

  it("has to be still to come everywhere, and needs a time", async () => {
    const list = await bringIn(world, people(1));
    const soon = new Date(world.clock.now.getTime() + 5 * hour).toISOString();
    await expect(order(list, { sendAt: soon, local: true })).rejects.toMatchObject({ reason: "campaign.too-soon-anywhere" });
    await expect(order(list, { local: true })).rejects.toMatchObject({ reason: "campaign.time-first" });
  });
});

describe("quiet hours", () => {
  it("let nothing go by the recipient's clock, and everything after them", async () => {
    const rows = people(2);
    const list = await bringIn(world, rows);
    await live(rows[1] ?? "", "America/New_York");
    // 22:00 in Xi'an, 9:00 in New York in winter and 10:00 in summer.
    world.clock.advance(day - (world.clock.now.getTime() % day) + 14 * hour);
    await set({ quiet: { from: 21, to: 8 } });
    const id = await startCampaign(world, list);
    await work(world, id);
    expect(rows.map(mailsTo)).toEqual([0, 1]);
    world.clock.advance(10 * hour);
    await work(world, id);
    expect(rows.map(mailsTo)).toEqual([1, 1]);
    expect(await progress(id)).toMatchObject({ status: "finished" });
  });
});

describe("the limit of one notification", () => {
  it("holds in each minute, with several workers at once", async () => {
    const list = await bringIn(world, people(30));
    const id = await order(list, { perMinute: 12 });
    world.clock.advance(minute - (world.clock.now.getTime() % minute));
    const before = world.mails.length;
    for (const most of [12, 24, 30]) {
      await Promise.all([work(world, id), work(world, id), work(world, id)]);
      expect(world.mails.length - before).toBeLessThanOrEqual(most);
      world.clock.advance(minute);
    }
    for (let n = 0; n < 3; n++) {
      await work(world, id);
      world.clock.advance(minute);
    }
    expect(world.mails.length - before).toBe(30);
    expect(await progress(id)).toMatchObject({ status: "finished" });
  });
});

describe("the cap", () => {
  it("leaves out who has had enough, with the reason, and lets them in again when the days are over", async () => {
    const [row = ""] = people(1);
    const list = await bringIn(world, [row]);
    const counts = async () => {
      const text = { "zh-CN": "您好" };
      const content = { subject: text, body: text, audience: { chains: [], importId: list } };
      const { id } = await createCampaign(organiser(), { kind: "public-service", ...content });
      return (await previewAudience(organiser(), { campaignId: id })).counts;
    };
    await work(world, await startCampaign(world, list));
    await set({ cap: { mails: 2, days: 7 } });
    expect(await counts()).toMatchObject({ included: 1 });
    await work(world, await startCampaign(world, list));
    expect(await counts()).toMatchObject({ included: 0, excluded: { capped: 1 } });
    world.clock.advance(7 * day + minute);
    expect(await counts()).toMatchObject({ included: 1 });
    expect(mailsTo(row)).toBe(2);
  });

  it("counts a mail once however often it was tried, and none that did not go", async () => {
    const [row = ""] = people(1);
    const list = await bringIn(world, [row]);
    await set({ cap: { mails: 2, days: 7 } });
    const first = await startCampaign(world, list);
    const ctx = world.ctx(system);
    const later = { ...ctx, mailer: { ...ctx.mailer, send: () => Promise.reject(new MailDeferred("later")) } };
    for (let n = 0; n < 4; n++) await work(world, first, { ctx: later });
    await work(world, first);
    await work(world, await startCampaign(world, list));
    expect(mailsTo(row)).toBe(2);
  });

  it("holds for notifications that are sent at the same time (and does not where they do not see each other: control)", async () => {
    const run = async (see: boolean) => {
      const rows = people(12);
      const list = await bringIn(world, rows);
      const ids = [await startCampaign(world, list), await startCampaign(world, list), await startCampaign(world, list)];
      const ctx = world.ctx(system);
      // The index is behind, as an index may be; without sight of the ledger nothing tells of the others.
      const table: Ctx["table"] = {
        ...ctx.table,
        query: async (query) => (query.pk.startsWith("mails-to#") ? { items: [] } : ctx.table.query(query)),
        getMany: async (keys, consistent) => {
          const items = await ctx.table.getMany(keys, consistent);
          return see || keys.every(({ pk }) => !pk.startsWith("mail#")) ? items : items.filter(({ type }) => type !== "mail");
        },
      };
      for (let n = 0; n < 4; n++) {
        await Promise.all(ids.map((id) => work(world, id, { ctx: { ...ctx, table } })));
        world.clock.advance(minute);
      }
      return rows.map(mailsTo);
    };
    await set({ cap: { mails: 1, days: 7 } });
    expect(Math.max(...(await run(true)))).toBe(1);
    expect(Math.max(...(await run(false)))).toBeGreaterThan(1);
  });
});

describe("a receiving domain that is slow or says later", () => {
  const mixed = (n: number, domain: string) => people(n).map((row) => row.replace("example.com", domain));

  it("does not hold up the others, and is written to again later, at a lower rate", async () => {
    const [slow, quick] = [mixed(30, "qq.com"), mixed(30, "example.com")];
    const id = await startCampaign(world, await bringIn(world, [...slow, ...quick]));
    const ctx = world.ctx(system);
    let [asked, busy] = [0, true];
    const send: Ctx["mailer"]["send"] = async (mail) => {
      if (!mail.to.endsWith("qq.com")) return ctx.mailer.send(mail);
      asked++;
      if (busy) throw new MailDeferred("450", "domain");
      return ctx.mailer.send(mail);
    };
    const run = () => work(world, id, { ctx: { ...ctx, mailer: { ...ctx.mailer, send } } });
    await run();
    expect(quick.map(mailsTo).every((n) => n === 1)).toBe(true);
    expect(asked).toBeLessThanOrEqual(16);
    // Nothing goes there before the pause is over.
    const before = asked;
    await run();
    expect(asked).toBe(before);
    busy = false;
    for (let n = 0; n < 3; n++) {
      world.clock.advance(2 * minute);
      await run();
    }
    expect(slow.map(mailsTo).every((n) => n === 1)).toBe(true);
    expect(await progress(id)).toMatchObject({ status: "finished", mails: { accepted: 60 } });
  });

  it("is asked again in every run where it counts as the transport's own word (control)", async () => {
    const id = await startCampaign(world, await bringIn(world, [...mixed(30, "qq.com"), ...mixed(30, "example.com")]));
    const ctx = world.ctx(system);
    let asked = 0;
    const send: Ctx["mailer"]["send"] = async (mail) => {
      if (!mail.to.endsWith("qq.com")) return ctx.mailer.send(mail);
      asked++;
      throw new MailDeferred("450");
    };
    for (let n = 0; n < 5; n++) await work(world, id, { ctx: { ...ctx, mailer: { ...ctx.mailer, send } } });
    expect(asked).toBeGreaterThan(16);
  });
});
