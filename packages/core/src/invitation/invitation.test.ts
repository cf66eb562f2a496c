import { describe, expect, it } from "vitest";
import { publishedActivity } from "../../../../tests/support/activities.ts";
import { bringIn, letGo, tested, work } from "../../../../tests/support/campaigns.ts";
import { letIn } from "../../../../tests/support/door.ts";
import { anyone, embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { listRegistrations, register, ticketCode } from "../activity/index.ts";
import {
  cancelCampaign,
  createCampaign,
  getCampaign,
  invitationToken,
  previewAudience,
  sendCampaign,
  unsubscribe,
  unsubscribeUrl,
} from "../campaign/index.ts";
import { inviteGuests, previewGuests } from "./choose.ts";
import { countGuests, followInvitation, listGuests, seeInvitation } from "./follow.ts";
import { eraseInvitations, heldInvitations } from "./held.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
let n = 0;

/** Contacts that no other test has, all of one chain's made-up name in their organisations. */
async function contacts(count: number, organisation = "示例科技公司") {
  const people = Array.from({ length: count }, () => `guest-${++n}@example.com`);
  await bringIn(
    world,
    people.map((email) => `${email},客人,${organisation}`),
  );
  return people;
}
const personOf = (email: string) => world.ctx().keys.digest("person", email);
const preview = (activityId: string, choice = {}) => previewGuests(organiser(), { activityId, ...choice });
const invite = async (activityId: string, choice = {}) =>
  inviteGuests(organiser(), { activityId, ...choice, expected: (await preview(activityId, choice)).included });

/** Tests, approves and sends the mail of a round. */
async function send(campaignId: string) {
  const ctx = organiser();
  await tested(world, campaignId);
  const { counts } = await previewAudience(ctx, { campaignId });
  await sendCampaign(ctx, { campaignId, version: 2, expected: counts.included });
  await letGo(world, campaignId);
  await work(world, campaignId);
  return counts.included;
}

describe("an invitation", () => {
  it("goes through a campaign once to each who was chosen, with a link of their own; a second round brings nobody twice", async () => {
    const people = await contacts(3);
    const activityId = await publishedActivity(world, 20);
    const { campaignId, chosen } = await invite(activityId);
    expect(chosen).toBeGreaterThanOrEqual(3);
    expect(await send(campaignId)).toBe(chosen);
    expect(new Set(world.mails.map(({ to }) => to)).size).toBe(chosen);
    const raw = Buffer.from(world.mails.find(({ to }) => to === people[0])?.raw ?? "").toString();
    const token = invitationToken(world.ctx(), activityId, personOf(people[0] ?? ""));
    const parts = raw.split(/\r?\n\r?\n/).map((part) => Buffer.from(part, "base64").toString());
    expect(parts.join()).toContain(`/my/invitations/${token}`);
    await expect(invite(activityId)).rejects.toMatchObject({ reason: "invitation.nobody" });
    const [late] = await contacts(1);
    const second = await invite(activityId);
    expect(second.chosen).toBe(1);
    world.mails.length = 0;
    await send(second.campaignId);
    expect(world.mails.map(({ to }) => to)).toEqual([late]);
  });

  it("chooses nobody twice of two rounds that are made at once", async () => {
    await contacts(6);
    const activityId = await publishedActivity(world, 20);
    const { included } = await preview(activityId);
    const made = await Promise.allSettled([invite(activityId), invite(activityId)]);
    const chosen = made.reduce((all, one) => all + (one.status === "fulfilled" ? one.value.chosen : 0), 0);
    expect(chosen).toBeLessThanOrEqual(included);
    expect((await countGuests(organiser(), { activityId })).chosen).toBe(chosen);
  });

  it("says of everybody why not: the choice, a refusal, a registration, an earlier invitation", async () => {
    const [university] = await contacts(1, "示例大学");
    const [refusing, registered, rest] = await contacts(3, "示例科技公司");
    const activityId = await publishedActivity(world, 20);
    await unsubscribe(world.ctx(anyone), {
      token:
        unsubscribeUrl(world.ctx(), personOf(refusing ?? ""))
          .split("/")
          .at(-1) ?? "",
    });
    const person = { name: "客人", organisation: "示例科技公司", email: registered ?? "", consent: true };
    await register(world.ctx(anyone), { ...person, activityId });
    const whyOf = async (choice = {}) => {
      const { items } = await preview(activityId, { ...choice, show: "excluded", limit: 100 });
      return new Map(items.map((one) => [one.person, one.why]));
    };
    const reasons = await whyOf({ kinds: ["enterprise"] });
    expect(reasons.get(personOf(university ?? ""))).toBe("kind");
    expect(reasons.get(personOf(refusing ?? ""))).toBe("unsubscribed");
    expect(reasons.get(personOf(registered ?? ""))).toBe("registered");
    expect(reasons.has(personOf(rest ?? ""))).toBe(false);
    await invite(activityId);
    expect((await whyOf()).get(personOf(rest ?? ""))).toBe("invited");
  });

  it("can go to those who came to an earlier event", async () => {
    const [came, stayed] = await contacts(2);
    const before = await publishedActivity(world, 20);
    for (const email of [came, stayed]) {
      await register(world.ctx(anyone), {
        activityId: before,
        name: "客",
        organisation: "甲",
        email: email ?? "",
        consent: true,
      });
    }
    const { items } = await listRegistrations(organiser(), { activityId: before });
    const holder = items.find(({ email }) => email === came);
    if (!holder) throw new Error("nobody is registered");
    await letIn(world, before, ticketCode(world.ctx(), holder));
    const activityId = await publishedActivity(world, 20);
    const { included, items: shown } = await preview(activityId, { attended: [before] });
    expect([included, shown.map(({ person }) => person)]).toEqual([1, [personOf(came ?? "")]]);
  });

  it("is followed as far as the guest goes: opened by the button, registered, came", async () => {
    const [email = ""] = await contacts(1);
    const activityId = await publishedActivity(world, 20);
    await send((await invite(activityId)).campaignId);
    const token = invitationToken(world.ctx(), activityId, personOf(email));
    const stage = async () =>
      (await listGuests(organiser(), { activityId, limit: 100 })).items.find((one) => one.person === personOf(email))?.stage;
    expect(await stage()).toBe("invited");
    await seeInvitation(world.ctx(anyone), { token });
    expect(await stage()).toBe("invited");
    await followInvitation(world.ctx(anyone), { token });
    expect(await stage()).toBe("opened");
    await register(world.ctx(anyone), { activityId, name: "客", organisation: "甲", email, consent: true });
    expect(await stage()).toBe("registered");
    const [holder] = (await listRegistrations(organiser(), { activityId })).items;
    await letIn(world, activityId, holder ? ticketCode(world.ctx(), holder) : "");
    expect(await stage()).toBe("came");
    const counts = await countGuests(organiser(), { activityId });
    expect(counts).toMatchObject({ opened: 1, registered: 1, came: 1 });
    await expect(seeInvitation(world.ctx(anyone), { token: `${token}x` })).rejects.toMatchObject({
      reason: "invitation.not-found",
    });
    expect(await heldInvitations(world.ctx(system), [personOf(email)])).toMatchObject([{ kind: "invitation", id: activityId }]);
    expect(await eraseInvitations(world.ctx(system), [personOf(email)])).toBe(1);
    expect(await stage()).toBeUndefined();
  });

  it("keeps a round to its own mail, and frees who was never written to when that is cancelled", async () => {
    await contacts(1);
    const activityId = await publishedActivity(world, 20);
    const { campaignId, round, chosen } = await invite(activityId);
    const { kind, subject, body, version } = await getCampaign(organiser(), { campaignId });
    const other = createCampaign(organiser(), { kind, subject, body, audience: { chains: [], importId: round } });
    await expect(other).rejects.toMatchObject({ reason: "campaign.round" });
    await cancelCampaign(organiser(), { campaignId, version });
    expect((await preview(activityId)).included).toBe(chosen);
    expect((await invite(activityId)).chosen).toBe(chosen);
  });
});
