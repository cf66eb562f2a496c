import { listRegistrations, register } from "@lingxi/core/activity";
import { deriveActivityEvents, withdrawNotices } from "@lingxi/core/activity/reactions";
import { previewAudience, sendCampaign, unsubscribe, unsubscribeUrl } from "@lingxi/core/campaign";
import { dropAgreement } from "@lingxi/core/campaign/reactions";
import { inviteGuests, previewGuests } from "@lingxi/core/invitation";
import type { Choice } from "@lingxi/core/invitation/schema";
import type { Item } from "@lingxi/core/platform/table";
import { applyTalent, approveTalent, chooseTalentConsent, deriveTalentEvents } from "@lingxi/core/talent";
import { describe, expect, it } from "vitest";
import { Contact } from "../../packages/core/src/campaign/entity.ts";
import { Talent } from "../../packages/core/src/talent/entity.ts";
import { talentLink } from "../../packages/core/src/talent/link.ts";
import { publishedActivity } from "../support/activities.ts";
import { bringIn, letGo, tested, work } from "../support/campaigns.ts";
import { embedded, staff, system } from "../support/embedded.ts";
import { forms } from "../support/records.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const administrator = () => world.ctx(staff("administrator"));
const personOf = (email: string) => world.ctx().keys.digest("person", email);
let n = 0;
const address = (what: string) => `${what}-${++n}@example.com`;

async function talent(notices: boolean, chains: string[] = ["titanium"]): Promise<{ email: string; id: string }> {
  const email = address("talent");
  const form = { ...forms.talent, email, chains, ...(notices ? { notices: "yes" } : {}) };
  await applyTalent(world.ctx(), form as unknown as Parameters<typeof applyTalent>[1]);
  const id = String((await world.scan()).find((item) => item.type === "talent" && item.email === email)?.id);
  await approveTalent(administrator(), { talentId: id, version: 1 });
  return { email, id };
}
async function registrant(activityId: string, notices: boolean): Promise<string> {
  const email = address("came-before");
  const person = { name: "老朋友", organisation: "示例研究院", email, consent: true as const };
  await register(world.ctx(), { ...person, activityId, ...(notices ? { notices: true } : {}) });
  return email;
}
const whyOf = async (activityId: string, choice: Partial<Choice>) => {
  const of = async (show: "included" | "excluded") =>
    (await previewGuests(organiser(), { activityId, ...choice, show, limit: 100 })).items.map(
      ({ person, why }) => [person, why ?? "included"] as const,
    );
  const all = new Map([...(await of("included")), ...(await of("excluded"))]);
  return (email: string) => all.get(personOf(email));
};
const refuse = (email: string) =>
  unsubscribe(world.ctx(), { token: unsubscribeUrl(world.ctx(), personOf(email)).split("/").at(-1) ?? "" });

async function send(campaignId: string): Promise<string[]> {
  await tested(world, campaignId);
  const { counts } = await previewAudience(organiser(), { campaignId });
  await sendCampaign(organiser(), { campaignId, version: 2, expected: counts.included });
  await letGo(world, campaignId);
  world.mails.length = 0;
  await work(world, campaignId);
  return world.mails.map(({ to }) => to);
}

describe("who is on no list", () => {
  it("is invited where they agreed to it, and else is left out and counted with the reason", async () => {
    const before = await publishedActivity(world, 20);
    const [agreed, silent] = [await registrant(before, true), await registrant(before, false)];
    const [pooled, quiet] = [await talent(true), await talent(false)];
    const gone = await registrant(before, true);
    await refuse(gone);
    const activityId = await publishedActivity(world, 20);
    const choice = { from: ["talents" as const, "registrants" as const], attended: [] };
    // Not yet begun: registrations are looked at by the activity that is named, and of it only who came.
    expect((await whyOf(activityId, { ...choice, attended: [before] }))(agreed)).toBe("attendance");
    world.clock.advance(60 * 86_400_000);
    const later = await publishedActivity(world, 20);
    const why = await whyOf(later, choice);
    expect([agreed, silent, gone, pooled.email, quiet.email].map(why)).toEqual([
      "included",
      "unlisted",
      "unsubscribed",
      "included",
      "unlisted",
    ]);
    const preview = await previewGuests(organiser(), { activityId: later, ...choice });
    expect(preview.excluded.unlisted).toBeGreaterThanOrEqual(2);
    // By default it is contacts alone, and they are none.
    expect((await whyOf(later, {}))(agreed)).toBeUndefined();

    const { campaignId, chosen } = await inviteGuests(organiser(), { activityId: later, ...choice, expected: preview.included });
    expect(chosen).toBe(preview.included);
    const to = await send(campaignId);
    expect(to).toContain(agreed);
    expect(to).toContain(pooled.email);
    for (const email of [silent, quiet.email, gone]) expect(to).not.toContain(email);
    expect((await whyOf(later, choice))(agreed)).toBe("invited");
  });

  it("is chosen by the chains of the pool and of what they registered for", async () => {
    const { email } = await talent(true, ["photonics"]);
    const activityId = await publishedActivity(world, 20);
    const of = async (chain: string) => (await whyOf(activityId, { from: ["talents"], chains: [chain] }))(email);
    expect([await of("photonics"), await of("titanium")]).toEqual(["included", "chain"]);
  });

  it("is met once who is a contact, a talent and registered before: as a contact", async () => {
    const { email } = await talent(true);
    await bringIn(world, [`${email},重名,示例科技公司`]);
    const activityId = await publishedActivity(world, 20);
    const all = await previewGuests(organiser(), {
      activityId,
      from: ["contacts", "talents", "registrants"],
      show: "included",
      limit: 100,
    });
    expect(all.items.filter(({ person }) => person === personOf(email))).toHaveLength(1);
    const alone = await whyOf(activityId, { from: ["talents"] });
    expect(alone(email)).toBe("included");
  });
});

describe("what was agreed to beside a registration or an application", () => {
  const choice = { from: ["talents" as const, "registrants" as const] };

  it("is taken back alone, in the account and by the pool's own page, and then nobody writes", async () => {
    const before = await publishedActivity(world, 20);
    const email = await registrant(before, true);
    const pooled = await talent(true);
    world.clock.advance(60 * 86_400_000);
    const activityId = await publishedActivity(world, 20);
    const { included } = await previewGuests(organiser(), { activityId, ...choice });
    const { campaignId } = await inviteGuests(organiser(), { activityId, ...choice, expected: included });

    const read = async () =>
      (await listRegistrations(organiser(), { activityId: before, limit: 100 })).items.find((one) => one.email === email);
    const was = (await read()) as unknown as Item;
    for (const taken of [1, 0]) expect(await withdrawNotices(world.ctx(system), [personOf(email)], before)).toBe(taken);
    const is = (await read()) as unknown as Item;
    expect(is).toMatchObject({ status: "confirmed", notices: { withdrawnAt: world.clock.now.toISOString() } });
    const data = { person: personOf(email), by: before };
    const told = { name: "consent.notices-withdrawn", data };
    expect(deriveActivityEvents.registration?.({ before: was, after: is })).toEqual([told]);
    expect(deriveActivityEvents.registration?.({ before: is, after: is })).toEqual([]);

    const ctx = world.ctx();
    const record = async () => (await Talent.find(ctx, { id: pooled.id })) as unknown as Item;
    const held = await record();
    const token = talentLink.token(ctx, held as never);
    await chooseTalentConsent(ctx, { token, purpose: "event-notices", given: false });
    const talentEvents = deriveTalentEvents.talent?.({ before: held, after: await record() });
    expect(talentEvents).toContainEqual({
      name: "consent.notices-withdrawn",
      data: { person: personOf(pooled.email), by: pooled.id },
    });

    // The contact that the round made loses the reason why it may be written to.
    for (let again = 0; again < 2; again++) {
      await dropAgreement(world.ctx(system), data);
      await dropAgreement(world.ctx(system), { person: personOf(pooled.email), by: pooled.id });
    }
    expect((await Contact.find(ctx, { person: personOf(email) }))?.consents).toEqual([]);
    const to = await send(campaignId);
    expect(to).not.toContain(email);
    expect(to).not.toContain(pooled.email);
  });

  it("is still written to where nothing was taken back (control)", async () => {
    const before = await publishedActivity(world, 20);
    const email = await registrant(before, true);
    world.clock.advance(60 * 86_400_000);
    const activityId = await publishedActivity(world, 20);
    const { included } = await previewGuests(organiser(), { activityId, ...choice });
    const { campaignId } = await inviteGuests(organiser(), { activityId, ...choice, expected: included });
    expect(await send(campaignId)).toContain(email);
  });
});
