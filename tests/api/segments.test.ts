import { describe, expect, it } from "vitest";
import { previewAudience } from "../../packages/core/src/campaign/audience.ts";
import { countSegment } from "../../packages/core/src/campaign/count-segment.ts";
import { createCampaign, getCampaign } from "../../packages/core/src/campaign/edit-campaign.ts";
import { approveCampaign, sendCampaign } from "../../packages/core/src/campaign/run-campaign.ts";
import { actorName } from "../../packages/core/src/platform/actor.ts";
import { PersonFacts } from "../../packages/core/src/segment/entity.ts";
import { createSegment, dropSegment, editSegment } from "../../packages/core/src/segment/index.ts";
import type { Rule } from "../../packages/core/src/segment/schema.ts";
import { bringIn, people, statusOf, tested, work } from "../support/campaigns.ts";
import { embedded, staff, system } from "../support/embedded.ts";
import { member } from "../support/session.ts";

const world = embedded();
const first = () => world.ctx(staff("organiser"));
const digest = (email: string) => world.ctx().keys.digest("person", email);
type Condition = Partial<Rule["groups"][number]["conditions"][number]>;
const ruleOf = (...conditions: Condition[]) => ({ groups: [{ conditions }] }) as never;
const segmentOf = async (...conditions: Condition[]) =>
  (await createSegment(first(), { name: "人群", rule: ruleOf(...conditions) })).id;

async function attended(email: string, activityId: string): Promise<void> {
  const at = "2026-10-01T00:00:00.000Z";
  const facts = { person: digest(email), activities: { [activityId]: { registered: at, attended: at, ends: at } } };
  await world.ctx(system).table.write([PersonFacts.create(world.ctx(system), facts)], "");
}

async function campaignTo(audience: object): Promise<string> {
  const { id } = await createCampaign(first(), {
    ...{ kind: "public-service", subject: { "zh-CN": "通知" }, body: { "zh-CN": "您好。" } },
    audience: { chains: [], ...audience },
  });
  await tested(world, id);
  return id;
}

describe("an audience by segments", () => {
  it("is those who belong to it and to nothing that is left out, each of the others with the reason", async () => {
    const list = people(6);
    const importId = await bringIn(world, list);
    const emails = list.map((row) => row.split(",")[0] ?? "");
    for (const email of emails.slice(0, 4)) await attended(email, "act_one");
    const out = await bringIn(world, [`${emails[0]},人0`]);
    const left = await segmentOf({ about: "organisation", text: "示例" }, { about: "language", of: ["en"] });
    const segmentId = await segmentOf({ about: "activity", did: "attended", of: ["act_one"] });
    const id = await campaignTo({ importId, segmentId, exceptLists: [out], exceptSegments: [left] });
    const { counts } = await previewAudience(first(), { campaignId: id });
    expect(counts).toMatchObject({ included: 3, excluded: { segment: 2, "left-out": 1 } });
    await sendCampaign(first(), { campaignId: id, version: 2, expected: 3 });
    await work(world, id);
    expect(new Set(world.mails.map(({ to }) => to))).toEqual(new Set(emails.slice(1, 4)));
    expect((await getCampaign(first(), { campaignId: id })).frozen).toMatchObject({
      included: 3,
      excluded: { segment: 2, "left-out": 1 },
    });
  });

  it("asks the ledger who was sent another notification", async () => {
    const importId = await bringIn(world, people(3));
    const before = await campaignTo({ importId: await bringIn(world, people(1)) });
    await sendCampaign(first(), { campaignId: before, version: 2, expected: 1 });
    await work(world, before);
    const [to = ""] = world.mails.map((mail) => mail.to);
    await bringIn(world, [`${to},甲`]);
    expect(await countSegment(first(), { rule: ruleOf({ about: "sent", of: [before] }) })).toMatchObject({
      ...{ matched: 1, sample: [{ email: to }] },
    });
    expect(
      await countSegment(first(), {
        rule: ruleOf({ about: "sent", of: [before], not: true }, { about: "list", of: [importId] }),
      }),
    ).toMatchObject({
      matched: 3,
    });
  });

  it("is approved with the rule: another rule voids the approval, and changes nothing of what was approved", async () => {
    const second = { kind: "staff", id: "stf_aim-second", roles: ["organiser"] } as const;
    await member(world, actorName(second), "organiser");
    const importId = await bringIn(world, people(2));
    const segmentId = await segmentOf({ about: "list", of: [importId] });
    const change = (version: number, ...conditions: Condition[]) =>
      editSegment(first(), { segmentId, version, name: "人群", rule: ruleOf(...conditions) });
    const order = async () => {
      const id = await campaignTo({ segmentId });
      await sendCampaign(first(), { campaignId: id, version: 2, expected: 2 });
      return id;
    };
    const [voided, kept] = [await order(), await order()];
    await approveCampaign(world.ctx(second), { campaignId: kept, version: 3 });
    await change(1, { about: "chain", of: ["titanium"] });
    await expect(approveCampaign(world.ctx(second), { campaignId: voided, version: 3 })).rejects.toMatchObject({
      reason: "campaign.approval-void",
    });
    await work(world, kept);
    expect(world.mails).toHaveLength(2);
    // With its record turned to the other rule, nothing goes (control).
    await change(2, { about: "list", of: [importId] });
    await approveCampaign(world.ctx(second), { campaignId: voided, version: 3 });
    const { table } = world.ctx(system);
    const item = (await table.get({ pk: `campaign#${voided}`, sk: "campaign" })) ?? {};
    await table.write(
      [
        {
          put: {
            ...item,
            aim: { ...(item.aim as object), segment: { id: segmentId, name: "x", rule: { match: "any", groups: [] } } },
          },
        },
      ],
      "",
    );
    await work(world, voided);
    expect(world.mails).toHaveLength(2);
    expect(await statusOf(world, voided)).toBe("paused");
    await dropSegment(first(), { segmentId, version: 3 });
    await expect(previewAudience(first(), { campaignId: voided })).rejects.toMatchObject({ reason: "segment.not-found" });
  });
});
