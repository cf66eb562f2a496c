import { expect, it } from "vitest";
import { bringIn, startCampaign, work } from "../../../../tests/support/campaigns.ts";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { archiveCampaign, getCampaign } from "../campaign/index.ts";
import { deriveCampaignEvents } from "../campaign/reactions.ts";
import { publishChanges, publishSite } from "./index.ts";
import type { PageInput } from "./schema.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
world.render = async (input) => ({ status: 200, type: "text/html", body: JSON.stringify((input as PageInput).data) });
const page = (path: string) => Buffer.from(world.files.get(`site/${path}`)?.body ?? []).toString("utf8");
const publish = (id: string) => publishChanges(world.ctx(system), { changes: [{ kind: "newsletters", id }] });

const hostile = "<script>alert(1)</script>";
async function sent(archive: boolean): Promise<string> {
  const id = await startCampaign(world, await bringIn(world, ["secret-reader@example.com,秘密姓名,秘密单位,,"]), {
    subject: { "zh-CN": "{{name}}，第一期", en: "{{name|Reader}}, the first issue" },
    preheader: { "zh-CN": "致{{organisation}}", en: undefined },
    body: { "zh-CN": "", en: undefined },
    blocks: [
      { kind: "text", text: { "zh-CN": `{{name}}您好 ${hostile}`, en: "Dear {{name}}" } },
      { kind: "button", text: { "zh-CN": "看[活动]", en: "Events" }, href: "/activities/" },
    ],
    archive,
  });
  await work(world, id);
  return id;
}

it("a newsletter that is marked has a page of nobody, stands in the list and the feeds, and leaves all of them when it is taken away", async () => {
  const id = await sent(true);
  expect(page(`newsletters/${id}/index.html`)).toBe("");
  await publish(id);
  const own = page(`newsletters/${id}/index.html`);
  expect(own).toContain("朋友，第一期");
  expect(own).toContain("致贵单位");
  expect(own).toContain("朋友您好");
  expect(own).toContain("**[看\\\\[活动\\\\]](/activities/)**");
  const places = [
    `newsletters/${id}/index.html`,
    `en/newsletters/${id}/index.html`,
    "newsletters/index.html",
    "en/newsletters/index.html",
    "feeds/newsletters.xml",
    "en/feeds/newsletters.json",
  ];
  for (const path of places) {
    expect(page(path), path).toContain(id);
    expect(page(path), path).not.toMatch(/秘密|secret-reader|unsubscribe|\{\{/);
  }
  expect(page("en/feeds/newsletters.json")).toContain("Reader, the first issue");

  const { version } = await getCampaign(organiser(), { campaignId: id });
  await archiveCampaign(organiser(), { campaignId: id, version, shown: false });
  await publish(id);
  for (const path of places) expect(page(path), path).not.toContain(id);

  await archiveCampaign(organiser(), { campaignId: id, version: version + 1, shown: true });
  await publishSite(world.ctx(staff("administrator")), {});
  for (const path of places) expect(page(path), path).toContain(id);
});

it("one that is not marked is nowhere, and its mail does not say that it is", async () => {
  const id = await sent(false);
  await publish(id);
  expect(page(`newsletters/${id}/index.html`)).toBe("");
  expect(page("newsletters/index.html")).not.toContain(id);
  expect(Buffer.from(world.mails.at(-1)?.raw ?? "").toString("utf8")).not.toContain("/newsletters/");
});

it("only one that has begun to be sent can be shown, and a change from two sides is told", async () => {
  const id = await sent(false);
  const { version } = await getCampaign(organiser(), { campaignId: id });
  await expect(archiveCampaign(organiser(), { campaignId: id, version: version - 1, shown: true })).rejects.toMatchObject({
    reason: "record.changed",
  });
  const draft = { id: "cmp_1", status: "draft", archive: true };
  const going = { ...draft, status: "sending", frozen: {} };
  const names = (before: object, after: object) =>
    deriveCampaignEvents.campaign?.({ before, after } as never)?.map(({ name }) => name);
  expect(names(draft, { ...draft, status: "tested" })).toEqual([]);
  expect(names({ ...draft, status: "sending" }, going)).toEqual(["campaign.archived"]);
  expect(names(going, { ...going, status: "finished" })).toEqual(["campaign.finished"]);
  expect(names(going, { ...going, archive: false })).toEqual(["campaign.archived"]);
});
