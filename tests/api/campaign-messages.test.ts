import { editActivity, getActivity } from "@lingxi/core/activity";
import { createCampaign, getCampaign, previewAudience, sendCampaign, testCampaign } from "@lingxi/core/campaign";
import { previewCampaign, sendTest } from "@lingxi/core/campaign/reactions";
import type { CampaignContent } from "@lingxi/core/campaign/schema";
import PostalMime from "postal-mime";
import { beforeEach, describe, expect, it } from "vitest";
import { publishedActivity } from "../support/activities.ts";
import { bringIn, letGo, people, tested, work } from "../support/campaigns.ts";
import { embedded, staff, system } from "../support/embedded.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const parsed = (n: number) => PostalMime.parse(world.mails[n]?.raw ?? new Uint8Array());
beforeEach(() => {
  world.mails.length = 0;
});

async function draft(blocks: CampaignContent["blocks"], rows = people(1)): Promise<string> {
  const audience = { chains: [], importId: await bringIn(world, rows) };
  const subject = { "zh-CN": "本期活动", en: "This month" };
  const { id } = await createCampaign(organiser(), { kind: "public-service", subject, body: { "zh-CN": "" }, blocks, audience });
  return id;
}

const aboutActivity = (id: string): CampaignContent["blocks"] => [
  { kind: "text", text: { "zh-CN": "{{name}}您好", en: "Dear {{name}}" } },
  { kind: "card", of: "activities", id },
  { kind: "calendar", activityId: id },
];

async function order(campaignId: string): Promise<void> {
  const { version } = await getCampaign(organiser(), { campaignId });
  const { counts } = await previewAudience(organiser(), { campaignId });
  await sendCampaign(organiser(), { campaignId, version, expected: counts.included });
  await letGo(world, campaignId);
}

async function rename(activityId: string, zh: string): Promise<void> {
  const row = await getActivity(organiser(), { activityId });
  await editActivity(organiser(), { ...row, title: { "zh-CN": zh, en: zh }, activityId });
}

describe("a card in a message", () => {
  it("shows what is public of it, in the reader's language, and goes as it was tested", async () => {
    const activityId = await publishedActivity(world, 3);
    const campaignId = await draft(aboutActivity(activityId), ["card-zh@example.com,甲,,,", "card-en@example.com,B,,en,"]);
    await tested(world, campaignId);
    await order(campaignId);
    await rename(activityId, "改过的题目");
    await work(world, campaignId);
    const mails = await Promise.all([parsed(0), parsed(1)]);
    const [zh, en] = ["card-zh", "card-en"].map((to) => mails.find((mail) => mail.to?.[0]?.address?.startsWith(to)));
    for (const part of [zh?.html, zh?.text]) {
      expect(part).toContain("钛合金沙龙");
      expect(part).toContain(`https://lingxi.example/activities/${activityId}/`);
      expect(part).not.toContain("改过的题目");
    }
    expect(en?.html).toContain("Titanium salon");
    expect(en?.html).toContain(`https://lingxi.example/en/activities/${activityId}/`);
  });

  it("shows the new title where it is made anew: what is kept is what holds it back", async () => {
    const activityId = await publishedActivity(world, 3);
    const campaignId = await draft(aboutActivity(activityId));
    await tested(world, campaignId);
    await rename(activityId, "改过的题目");
    await tested(world, campaignId, 2);
    await order(campaignId);
    await work(world, campaignId);
    expect((await parsed(0)).html).toContain("改过的题目");
  });

  it("keeps the message back while the public cannot see it", async () => {
    const campaignId = await draft([{ kind: "card", of: "projects", id: "prj_01jdxk0000000000000000000a" }]);
    await tested(world, campaignId);
    const { lint } = await getCampaign(organiser(), { campaignId });
    expect(lint?.faults.map(({ en }) => en)).toEqual([expect.stringContaining("Block 1")]);
    await expect(order(campaignId)).rejects.toMatchObject({ reason: "campaign.faulty" });
  });

  it("is not sent on the check of an earlier test", async () => {
    const campaignId = await draft(aboutActivity(await publishedActivity(world, 3)));
    await tested(world, campaignId);
    await testCampaign(organiser(), { campaignId, version: 2, email: "me@lingxi.example" });
    await expect(sendCampaign(organiser(), { campaignId, version: 3, expected: 1 })).rejects.toMatchObject({
      reason: "campaign.being-checked",
    });
  });
});

describe("a test and a preview", () => {
  it("have the same bytes as what is sent", async () => {
    const activityId = await publishedActivity(world, 3);
    const campaignId = await draft(aboutActivity(activityId), ["same@example.com,同一人,某单位,,"]);
    const { testId } = await testCampaign(organiser(), { campaignId, version: 1, email: "same@example.com" });
    await sendTest(world.ctx(system), { campaignId, testId, silence: 0 });
    await order(campaignId);
    await work(world, campaignId);
    const [test, sent] = await Promise.all([parsed(0), parsed(1)]);
    expect(test.html).toBe(sent.html);
    expect(test.text).toBe(sent.text);
    const { kind, subject, body, blocks, audience } = await getCampaign(organiser(), { campaignId });
    const { items } = await previewAudience(organiser(), { campaignId });
    const person = items.find(({ email }) => email === "same@example.com")?.person;
    const seen = await previewCampaign(organiser(), { kind, subject, body, blocks, audience, person });
    // A preview has no link that would unsubscribe somebody.
    const bare = (html = "") => html.replaceAll(/\/my\/unsubscribe\/[\w.-]*/g, "");
    expect(bare(seen.html)).toBe(bare(sent.html));
  });
});

describe("a calendar entry in a message", () => {
  it("is attached as the feed has it: same UID, a SEQUENCE that rises, times in UTC, lines of 75 octets", async () => {
    const activityId = await publishedActivity(world, 3);
    const sequences: number[] = [];
    for (const title of ["第一稿", `第二稿${"很长的题目".repeat(20)}`]) {
      world.clock.now = new Date(world.clock.now.getTime() + 5000);
      await rename(activityId, title);
      const campaignId = await draft(aboutActivity(activityId));
      const { testId } = await testCampaign(organiser(), { campaignId, version: 1, email: "me@lingxi.example" });
      await sendTest(world.ctx(system), { campaignId, testId, silence: 0 });
      const mail = await parsed(world.mails.length - 1);
      const raw = Buffer.from(world.mails.at(-1)?.raw ?? "").toString("latin1");
      expect(raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=PUBLISH/im);
      const file = mail.attachments.find(({ mimeType }) => mimeType === "application/ics");
      expect(file?.filename).toBe("invite.ics");
      const ics = new TextDecoder().decode(file?.content as ArrayBuffer);
      for (const line of ics.split(/\r?\n/)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const whole = ics.replaceAll(/\r?\n /g, "");
      expect(whole).toContain(`UID:${activityId}@lingxi\n`);
      expect(whole).toContain(`SUMMARY:${title}`);
      expect(whole).toMatch(/DTSTART:\d{8}T\d{6}Z/);
      expect(whole).not.toContain("ATTENDEE");
      sequences.push(Number(/SEQUENCE:(\d+)/.exec(whole)?.[1]));
    }
    expect(sequences[1]).toBeGreaterThan(sequences[0] ?? Number.NaN);
  });
});
