import { approveCampaign, createCampaign, getCampaign, previewAudience, sendCampaign, testCampaign } from "@lingxi/core/campaign";
import { importContacts, sendCampaigns, sendTest } from "@lingxi/core/campaign/reactions";
import type { CampaignContent, ConsentBasis } from "@lingxi/core/campaign/schema";
import type { Ctx } from "@lingxi/core/platform/context";
import { staff, system, type World } from "./embedded.ts";

let n = 0;

/** Brings people in as a list of their own, so that tests on one table do not meet. @returns the import's id */
export async function bringIn(world: World, rows: readonly string[], basis: ConsentBasis = "written"): Promise<string> {
  const bytes = new TextEncoder().encode(`email,name,organisation,language,note\n${rows.join("\n")}\n#${++n}`);
  const { id } = await importContacts(world.ctx(staff("organiser")), { fileName: "list.csv", source: "测试名单", basis, bytes });
  return id;
}

export const people = (count: number, prefix = `r${++n}`) =>
  Array.from({ length: count }, (_, i) => `${prefix}-${i}@example.com,人${i},示例`);

/** A test that was asked for and has gone, with the check of the bytes that comes with it. */
export async function tested(world: World, campaignId: string, version = 1): Promise<void> {
  const { testId } = await testCampaign(world.ctx(staff("organiser")), { campaignId, version, email: "me@lingxi.example" });
  const mails = world.mails.length;
  await sendTest(world.ctx(system), { campaignId, testId, silence: 0 });
  world.mails.length = mails;
}

/** Writes a campaign to one list, tests it and starts it, as an organiser would. @returns its id */
export async function startCampaign(world: World, importId: string, content: Partial<CampaignContent> = {}): Promise<string> {
  const ctx = world.ctx(staff("organiser"));
  const { id: campaignId } = await createCampaign(ctx, {
    kind: "public-service",
    subject: { "zh-CN": "{{name}}，路演通知", en: "{{name}}, a roadshow" },
    body: { "zh-CN": "{{name|朋友}}您好，请来。", en: "Dear {{name}}, please come." },
    audience: { chains: [], importId },
    ...content,
  });
  await tested(world, campaignId);
  const { counts } = await previewAudience(ctx, { campaignId });
  await sendCampaign(ctx, { campaignId, version: 2, expected: counts.included });
  await letGo(world, campaignId);
  return campaignId;
}

export const statusOf = async (world: World, campaignId: string) =>
  (await getCampaign(world.ctx(staff("organiser")), { campaignId })).status;

/** A second person approves what waits for one, if there is one who could. */
export async function letGo(world: World, campaignId: string): Promise<void> {
  const second = world.ctx({ kind: "staff", id: "stf_second", roles: ["organiser"] });
  const { status, version } = await getCampaign(second, { campaignId });
  if (status === "waiting") await approveCampaign(second, { campaignId, version });
}

/** One run of the worker, with a context that a test may have broken. */
export const work = (
  world: World,
  campaignId: string,
  options: { ctx?: Ctx; afterSilence?: "ask" | "resend"; silence?: number; milliseconds?: number } = {},
) =>
  sendCampaigns(options.ctx ?? world.ctx(system), {
    campaignId,
    milliseconds: options.milliseconds ?? 60_000,
    silence: options.silence ?? 60_000,
    afterSilence: options.afterSilence ?? "ask",
    pace: async () => {},
  });
