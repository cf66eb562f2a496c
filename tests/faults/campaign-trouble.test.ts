import { campaignProgress, cancelCampaign, getCampaign, resumeCampaign } from "@lingxi/core/campaign";
import { noteTrouble } from "@lingxi/core/campaign/reactions";
import type { RawMail } from "@lingxi/core/platform/mail/mailer";
import { findMail, recordFeedback } from "@lingxi/core/platform/mail/record";
import { describe, expect, it } from "vitest";
import { bringIn, people, startCampaign, work } from "../support/campaigns.ts";
import { embedded, staff, system } from "../support/embedded.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const progress = (campaignId: string) => campaignProgress(organiser(), { campaignId });
const version = async (campaignId: string) => (await getCampaign(organiser(), { campaignId })).version;

/** What the transport's event does: the ledger, then the reaction to it; twice, as events come. */
async function comesBack({ key }: RawMail, campaignId: string, because: "bounced" | "complained" = "bounced") {
  const ctx = world.ctx(system);
  await recordFeedback(ctx, key, because);
  const person = (await findMail(ctx, key))?.person ?? "";
  for (let n = 0; n < 2; n++) await noteTrouble(ctx, { key, person, because, campaignId });
}

/** Sends with a transport of which each of these mails comes back; the clock goes on with each mail. */
function sending(campaignId: string, bad: (n: number) => boolean) {
  const ctx = world.ctx(system);
  let n = 0;
  const send = async (mail: RawMail) => {
    world.clock.advance(20);
    const answer = await ctx.mailer.send(mail);
    if (bad(n++)) await comesBack(mail, campaignId);
    return answer;
  };
  return work(world, campaignId, { ctx: { ...ctx, mailer: { ...ctx.mailer, send } } });
}

describe("a campaign of which mails come back", () => {
  it("is paused by itself above two in a hundred, goes on when somebody says so, and ends above five", async () => {
    const id = await startCampaign(world, await bringIn(world, people(420)));
    await sending(id, (n) => n % 40 === 0);
    const first = await progress(id);
    expect(first).toMatchObject({ status: "paused", heldBecause: "bounces" });
    // Nothing is judged before two hundred, and a run looks twice a second.
    expect(world.mails.length).toBeGreaterThanOrEqual(200);
    expect(world.mails.length).toBeLessThan(260);
    // The clock starts runs all the time; none of them sends.
    const before = world.mails.length;
    await sending(id, () => false);
    expect(world.mails).toHaveLength(before);

    await resumeCampaign(organiser(), { campaignId: id, version: await version(id) });
    await sending(id, (n) => n % 3 === 0);
    expect(await progress(id)).toMatchObject({ status: "paused", heldBecause: "blocked" });
    expect(world.mails.length).toBeLessThan(400);
    await expect(resumeCampaign(organiser(), { campaignId: id, version: await version(id) })).rejects.toMatchObject({
      reason: "campaign.blocked",
    });
    await cancelCampaign(organiser(), { campaignId: id, version: await version(id) });
    expect(await progress(id)).toMatchObject({ status: "cancelled" });
  }, 60_000);

  it("is not paused for fewer, nor for the same event told twice (control)", async () => {
    const id = await startCampaign(world, await bringIn(world, people(300)));
    // Four of three hundred, each told twice: eight would be more than two in a hundred.
    await sending(id, (n) => n < 4);
    expect(await progress(id)).toMatchObject({ status: "finished", mails: { bounced: 4, accepted: 296 } });
  }, 60_000);
});
