import { type Actor, actorName } from "@lingxi/core/platform/actor";
import { describe, expect, it } from "vitest";
import { bringIn, people, statusOf, tested, work } from "../../../../tests/support/campaigns.ts";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { member } from "../../../../tests/support/session.ts";
import {
  approveCampaign,
  cancelCampaign,
  createCampaign,
  editCampaign,
  getCampaign,
  resumeCampaign,
  returnCampaign,
  sendCampaign,
} from "./index.ts";
import { sendCampaigns } from "./reactions.ts";

const world = embedded();
const first: Actor = staff("organiser");
const second: Actor = { kind: "staff", id: "stf_second", roles: ["organiser"] };
const as = (actor: Actor) => world.ctx(actor);
const content = { kind: "public-service" as const, subject: { "zh-CN": "通知" }, body: { "zh-CN": "您好。" } };

async function draft(text: Partial<typeof content> = {}) {
  const audience = { chains: [], importId: await bringIn(world, people(2)) };
  const { id } = await createCampaign(as(first), { ...content, ...text, audience });
  await tested(world, id);
  return { id, audience };
}
const order = (campaignId: string, more: object = {}) =>
  sendCampaign(as(first), { campaignId, version: 2, expected: 2, ...more });
const clockRuns = () =>
  sendCampaigns(as(system), { milliseconds: 60_000, silence: 60_000, afterSilence: "ask", pace: async () => {} });
const inHours = (hours: number) => new Date(world.clock.now.getTime() + hours * 3_600_000).toISOString();
const sentTo = (id: string) => world.mails.filter(({ key }) => key.startsWith(id)).length;

describe("an order to send", () => {
  it("goes at once where nobody else may approve it", async () => {
    const { id } = await draft();
    await order(id);
    expect(await statusOf(world, id)).toBe("sending");
  });

  it("waits where somebody else may, for exactly that text, and nobody approves their own", async () => {
    await member(world, actorName(second), "organiser");
    const { id, audience } = await draft();
    await order(id);
    await work(world, id);
    expect([await statusOf(world, id), sentTo(id)]).toEqual(["waiting", 0]);
    await expect(approveCampaign(as(first), { campaignId: id, version: 3 })).rejects.toMatchObject({
      reason: "campaign.own-approval",
    });
    await editCampaign(as(first), { ...content, body: { "zh-CN": "别的话。" }, audience, campaignId: id, version: 3 });
    await expect(approveCampaign(as(second), { campaignId: id, version: 4 })).rejects.toMatchObject({ reason: "campaign.state" });
    await tested(world, id, 4);
    await sendCampaign(as(first), { campaignId: id, version: 5, expected: 2 });
    await expect(approveCampaign(as(second), { campaignId: id, version: 3 })).rejects.toMatchObject({
      reason: "record.changed",
    });
    await approveCampaign(as(second), { campaignId: id, version: 6 });
    expect(await getCampaign(as(first), { campaignId: id })).toMatchObject({
      status: "sending",
      asked: { by: actorName(first) },
      approved: { by: actorName(second) },
    });
    await work(world, id);
    expect(sentTo(id)).toBe(2);
  });

  it("is void when the record is not what was asked for", async () => {
    await member(world, actorName(second), "organiser");
    const { id } = await draft();
    await order(id);
    const ctx = as(system);
    const stored = await ctx.table.get({ pk: `campaign#${id}`, sk: "campaign" });
    await ctx.table.write([{ put: { ...stored, expected: 3 } }], "");
    await expect(approveCampaign(as(second), { campaignId: id, version: 3 })).rejects.toMatchObject({
      reason: "campaign.approval-void",
    });
  });

  it("is sent back with a reason, and can be given again", async () => {
    await member(world, actorName(second), "organiser");
    const { id } = await draft();
    await order(id, { sendAt: inHours(2) });
    await returnCampaign(as(second), { campaignId: id, version: 3, reason: "日期写错了" });
    const back = await getCampaign(as(first), { campaignId: id });
    expect(back).toMatchObject({ status: "tested", returned: { by: actorName(second), reason: "日期写错了" } });
    expect(back.sendAt).toBeUndefined();
    await sendCampaign(as(first), { campaignId: id, version: 4, expected: 2 });
    await cancelCampaign(as(first), { campaignId: id, version: 5 });
    expect(await statusOf(world, id)).toBe("cancelled");
  });
});

describe("a time of sending", () => {
  it("begins when it has come, and not before", async () => {
    await member(world, actorName(second), "organiser");
    const { id } = await draft();
    await order(id, { sendAt: inHours(2) });
    await approveCampaign(as(second), { campaignId: id, version: 3 });
    expect(await statusOf(world, id)).toBe("scheduled");
    world.clock.advance(2 * 3_600_000 - 1000);
    await clockRuns();
    expect([await statusOf(world, id), sentTo(id)]).toEqual(["scheduled", 0]);
    world.clock.advance(60_000);
    await clockRuns();
    expect([await statusOf(world, id), sentTo(id)]).toEqual(["finished", 2]);
  });

  it("that was missed by more than half an hour is held, and going on is another order", async () => {
    await member(world, actorName(second), "organiser");
    const { id } = await draft();
    await order(id, { sendAt: inHours(1) });
    await approveCampaign(as(second), { campaignId: id, version: 3 });
    world.clock.advance(3_600_000 + 31 * 60_000);
    await clockRuns();
    const held = await getCampaign(as(first), { campaignId: id });
    expect(held).toMatchObject({ status: "paused", heldBecause: "missed" });
    expect(sentTo(id)).toBe(0);
    await resumeCampaign(as(first), { campaignId: id, version: held.version, expected: 2 });
    expect(await statusOf(world, id)).toBe("waiting");
    await approveCampaign(as(second), { campaignId: id, version: held.version + 1 });
    await work(world, id);
    expect(sentTo(id)).toBe(2);
  });

  it("that is over is refused, by whoever orders and by whoever approves", async () => {
    await member(world, actorName(second), "organiser");
    const { id } = await draft();
    await expect(order(id, { sendAt: inHours(-1) })).rejects.toMatchObject({ reason: "campaign.too-soon" });
    await expect(order(id, { sendAt: inHours(24 * 400) })).rejects.toMatchObject({ reason: "campaign.too-far" });
    await order(id, { sendAt: inHours(1) });
    world.clock.advance(3_600_001);
    await expect(approveCampaign(as(second), { campaignId: id, version: 3 })).rejects.toMatchObject({
      reason: "campaign.too-soon",
    });
  });
});

describe("the check of the bytes", () => {
  it.each([
    ["a link that shows another address than it leads to", "[www.example.com](https://elsewhere.example/)", "phishing"],
    ["a picture without a text", "![](https://example.org/a.png)", "no text to stand for it"],
  ])("finds %s", async (_, text, told) => {
    const { id } = await draft({ body: { "zh-CN": text } });
    const { lint } = await getCampaign(as(first), { campaignId: id });
    expect(lint?.faults.map(({ en }) => en).join()).toContain(told);
    await expect(order(id)).rejects.toMatchObject({ reason: "campaign.faulty" });
  });

  it("finds nothing in the longest sound text", async () => {
    const { id } = await draft({ body: { "zh-CN": `# 通知\n\n${"长".repeat(11_900)}\n\n[议程](https://example.org/a)` } });
    expect((await getCampaign(as(first), { campaignId: id })).lint?.faults).toEqual([]);
  });

  it("finds a subject that a long name makes too long, and says where links lead", async () => {
    const subject = { "zh-CN": `{{name}}${"长".repeat(100)}` };
    const { id } = await draft({ subject, body: { "zh-CN": "[议程](https://example.org/a) 和 [活动](/activities/)" } });
    const { lint } = await getCampaign(as(first), { campaignId: id });
    expect(lint?.faults.map(({ en }) => en).join()).toContain("160 characters");
    expect(lint?.hosts).toEqual(["example.org"]);
  });

  it("has to be there before anything goes", async () => {
    const { id } = await draft();
    await as(system).table.write([{ remove: { pk: `campaign#${id}`, sk: "lint" } }], "");
    await expect(order(id)).rejects.toMatchObject({ reason: "campaign.being-checked" });
  });
});
