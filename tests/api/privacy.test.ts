import { PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { register, seeRegistration } from "@lingxi/core/activity";
import { offerSeats, tellPerson } from "@lingxi/core/activity/reactions";
import { createCampaign, previewAudience } from "@lingxi/core/campaign";
import { sendCampaigns } from "@lingxi/core/campaign/reactions";
import { readDemand } from "@lingxi/core/demand";
import { tellEnterprise } from "@lingxi/core/demand/reactions";
import { settles } from "@lingxi/core/platform/vault/ring";
import { askForData, eraseOwnData, openOwnData, seeOwnData, withdrawOwnData } from "@lingxi/core/privacy";
import { finishErasures, sendDataLink } from "@lingxi/core/privacy/reactions";
import { listPublicProjects } from "@lingxi/core/project";
import { listPublicTalents } from "@lingxi/core/talent";
import { beforeAll, describe, expect, it } from "vitest";
import { guardToken } from "../../functions/src/pages/guard.ts";
import { Registration } from "../../packages/core/src/activity/entity.ts";
import { registrationToken } from "../../packages/core/src/activity/link.ts";
import { Contact } from "../../packages/core/src/campaign/entity.ts";
import { DataRequests } from "../../packages/core/src/privacy/entity.ts";
import { dataToken } from "../../packages/core/src/privacy/open.ts";
import { dataLinkMissing } from "../../packages/core/src/privacy/schema.ts";
import { publishedActivity } from "../support/activities.ts";
import { type Answer, call } from "../support/api.ts";
import { bringIn, startCampaign } from "../support/campaigns.ts";
import { anyone, embedded, system } from "../support/embedded.ts";
import { peopleOf, secrets } from "../support/everything.ts";
import { chance, faulty } from "../support/faults.ts";
import { forms } from "../support/records.ts";

const world = embedded();
const { organiser, everything, linkOf, openedBy } = peopleOf(world);
type Any<T extends (...args: never[]) => unknown> = Parameters<T>[1];

const raw = async () => {
  const { Items = [] } = await world.client.send(new ScanCommand({ TableName: "lingxi", ConsistentRead: true }));
  return Items;
};
describe("the link to one's data", () => {
  it("goes by mail, and the answer is the same for an address that nobody knows", async () => {
    const { token, person, requestId } = await linkOf("nobody@example.com");
    expect(await sendDataLink(world.ctx(system), { person, requestId, silence: 0 })).toBe("accepted");
    const body = Buffer.from(world.mails[0]?.raw ?? []).toString();
    expect(world.mails[0]?.to).toBe("nobody@example.com");
    expect(body.length).toBeGreaterThan(500);
    const { value: opened } = await openOwnData(world.ctx(), { token });
    expect((await seeOwnData(world.ctx(), { opened })).holdings).toEqual([]);
  });

  it("works for ten minutes, for one address, and only as it was made", async () => {
    const { token } = await linkOf("one@example.com");
    const [person = ""] = token.split(".");
    const other = world.ctx().keys.digest("person", "two@example.com");
    for (const wrong of [token.slice(0, -1), token.replace(person, other), "", "x", "..", `${token}.x`, "constructor.x.y"])
      await expect(openOwnData(world.ctx(), { token: wrong }), wrong).rejects.toMatchObject({ reason: "privacy.link" });
    world.clock.advance(10 * 60_000 + 1);
    await expect(openOwnData(world.ctx(), { token })).rejects.toMatchObject({ reason: "privacy.link" });
  });

  it("works in the browser that asked alone, and is not used up elsewhere", async () => {
    const cookieOf = (answer: Answer) => answer.cookies.find((one) => one.includes("browser"))?.split(";")[0] ?? "";
    const email = "browser@example.com";
    const guard = guardToken(world.ctx(), "my-data", world.clock.now.getTime() - 60_000);
    const asked = await call(world, "POST", "/forms/my-data", { form: { email, guard } });
    expect(asked.status).toBe(200);
    const person = world.ctx().keys.digest("person", email);
    const token = dataToken(world.ctx(), await DataRequests.get(world.ctx(), { person }, dataLinkMissing));
    const open = (cookies: string[]) => call(world, "POST", `/my/data/${token}`, { form: {}, cookies });
    const another = await call(world, "POST", "/forms/my-data", { form: { email: "another@example.com", guard } });
    for (const cookies of [[], [cookieOf(another)], ["__Host-browser=x"]]) {
      const { status, text } = await open(cookies);
      expect(status).toBe(403);
      expect(text).toContain("另一个浏览器");
      expect(text).toContain('name="email"');
    }
    const opened = await open([cookieOf(asked)]);
    expect(opened.status).toBe(303);
    expect(opened.headers.location).toBe("/my/data/open");
  });

  it("comes anew for another browser at once, for the same one after five minutes, and five times an hour at most", async () => {
    const email = "again@example.com";
    const person = world.ctx().keys.digest("person", email);
    const ask = async (browser: string) => {
      const caller = { source: "s", device: "d", browser };
      await askForData({ ...world.ctx(), caller }, { email });
      return (await DataRequests.find(world.ctx(), { person }))?.id;
    };
    const first = await ask("one");
    expect(await ask("one")).toBe(first);
    const second = await ask("two");
    expect(second).not.toBe(first);
    world.clock.advance(5 * 60_000 + 1);
    expect(await ask("two")).not.toBe(second);
    await ask("three");
    await expect(ask("four")).rejects.toMatchObject({ reason: "access.too-many" });
  });

  it("works once: of many that use it at the same instant one gets in, and for half an hour", async () => {
    const { token } = await linkOf("once@example.com");
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => openOwnData(world.ctx(), { token })));
    const [one, ...more] = all.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    expect(more).toEqual([]);
    const opened = one?.value ?? "";
    world.clock.advance(29 * 60_000);
    expect((await seeOwnData(world.ctx(), { opened })).email).toBe("once@example.com");
    for (const wrong of [token, opened.slice(0, -1), "", "a.b.c"])
      await expect(seeOwnData(world.ctx(), { opened: wrong }), wrong).rejects.toMatchObject({ reason: "privacy.link" });
    world.clock.advance(2 * 60_000);
    await expect(seeOwnData(world.ctx(), { opened })).rejects.toMatchObject({ reason: "privacy.link" });
  });

  it("would let all eight in without its condition (control)", async () => {
    const { token } = await linkOf("all-eight@example.com");
    const unguarded = () => world.ctx(anyone, { client: faulty(world.client, chance(1), { unguarded: true }) });
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => openOwnData(unguarded(), { token })));
    expect(all.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(1);
  });
});

describe("a person who asks", () => {
  it("finds everything that is held, from everywhere, with each consent, and nothing of anybody else", async () => {
    await everything("all@example.com");
    await everything("else@example.com", { ...secrets, name: "别人" });
    const opened = await openedBy("all@example.com");
    const data = await seeOwnData(world.ctx(), opened);
    expect(data.holdings.map(({ kind }) => kind).sort((a, b) => a.localeCompare(b))).toEqual([
      "contact",
      "demand",
      "project",
      "registration",
      "talent",
    ]);
    for (const { kind, facts, consents } of data.holdings) {
      expect(
        facts.map(({ value }) => value),
        kind,
      ).toContain("all@example.com");
      expect(consents.length, kind).toBeGreaterThan(0);
    }
    expect(JSON.stringify(data)).not.toContain("别人");
  });

  it("takes one thing back in one step: the rest stays", async () => {
    await everything("step@example.com");
    const opened = await openedBy("step@example.com");
    const { holdings } = await seeOwnData(world.ctx(), opened);
    for (const { kind, id } of holdings.filter(({ kind }) => kind !== "project"))
      await withdrawOwnData(world.ctx(), { ...opened, kind, id });
    expect((await seeOwnData(world.ctx(), opened)).holdings.map(({ kind }) => kind)).toEqual(["project"]);
    await expect(withdrawOwnData(world.ctx(), { ...opened, kind: "project", id: "prj_other" })).rejects.toMatchObject({
      reason: "privacy.holding",
    });
  });
});

describe("erasing a person", () => {
  const email = "erased@example.com";
  let ids: Awaited<ReturnType<typeof everything>>;
  let backup: Awaited<ReturnType<typeof raw>>;

  beforeAll(async () => {
    ids = await everything(email);
    await register(world.ctx(), {
      ...forms.registration,
      name: "下一位",
      email: "next@example.com",
      activityId: ids.activityId,
    } as Any<typeof register>);
    backup = await raw();
  });

  it("empties every record before the answer, gives the seat back and takes what is public away", async () => {
    expect((await listPublicTalents(world.ctx(), {})).items.map(({ id }) => id)).toContain(ids.talentId);
    expect(await eraseOwnData(world.ctx(), await openedBy(email))).toEqual({ erased: 5 });
    // Its own request, and the report of a list, whose lines are sealed with the person's key: both go with the key.
    const later = ["contact-import-report", "data-request"];
    const naming = (await world.scan()).filter((item) => JSON.stringify(item).includes(email)).map(({ type }) => String(type));
    expect(naming.filter((type) => !later.includes(type))).toEqual([]);
    expect((await listPublicTalents(world.ctx(), {})).items.map(({ id }) => id)).not.toContain(ids.talentId);
    expect((await listPublicProjects(world.ctx(), {})).items.map(({ id }) => id)).not.toContain(ids.projectId);
    await expect(readDemand(world.ctx(), { demandId: ids.demandId })).rejects.toMatchObject({ reason: "demand.not-found" });
    expect(await offerSeats(world.ctx(system), { activityId: ids.activityId })).toEqual({ offered: 1 });
  });

  it("cancels the mails that wait", async () => {
    const { person, activityId } = ids;
    const registration = await Registration.find(world.ctx(), { activityId, person });
    for (const telling of ["registration-confirmed", "registration-cancelled", "link-asked"] as const)
      expect(
        await tellPerson(world.ctx(system), {
          eventId: `e-${telling}`,
          telling,
          activityId,
          person,
          registrationId: registration?.id ?? "",
          silence: 0,
        }),
      ).toBe("moved-on");
    expect(
      await tellEnterprise(world.ctx(system), { eventId: "e-d", status: "withdrawn", demandId: ids.demandId, silence: 0 }),
    ).toBe("moved-on");
    expect(world.mails).toEqual([]);
  });

  it("skips the person in a campaign that is being sent, whose other mails go", async () => {
    const [gone, ...others] = ["going@example.com", "stays-1@example.com", "stays-2@example.com"];
    const campaignId = await startCampaign(world, await bringIn(world, [`${gone},去`, ...others.map((to) => `${to},留`)]));
    const opened = await openedBy(gone ?? "");
    // Before each of the three mails, which are in hand at once: erasing meets itself and changes nothing twice.
    let times = 0;
    const pace = async () => {
      if (times++ < 3) await eraseOwnData(world.ctx(), opened).catch(() => undefined);
    };
    const options = { campaignId, milliseconds: 60_000, silence: 60_000, afterSilence: "ask" as const, pace };
    expect(await sendCampaigns(world.ctx(system), options)).toEqual({ sent: 2, finished: 1 });
    expect(world.mails.map(({ to }) => to).sort((a, b) => a.localeCompare(b))).toEqual(others);
  });

  it("sends to all three when nobody is erased meanwhile (control)", async () => {
    const campaignId = await startCampaign(
      world,
      await bringIn(world, ["c-1@example.com,一", "c-2@example.com,二", "c-3@example.com,三"]),
    );
    const options = { campaignId, milliseconds: 60_000, silence: 60_000, afterSilence: "ask" as const, pace: async () => {} };
    expect((await sendCampaigns(world.ctx(system), options)).sent).toBe(3);
  });

  it("leaves the person in no audience, also when a list names them again", async () => {
    expect(await Contact.find(world.ctx(), { person: ids.person })).toMatchObject({ email: "" });
    await bringIn(world, [`${email},又来`, "fresh-one@example.com,新人"]);
    const { id } = await createCampaign(organiser(), forms.campaign as unknown as Any<typeof createCampaign>);
    const { items, counts } = await previewAudience(organiser(), { campaignId: id });
    expect(items.find((row) => row.email === email)?.excluded).toBe("unsubscribed");
    expect(counts.included).toBeGreaterThan(0);
  });

  it("erases the key once nobody can seal with it any more: a backup of the table tells nothing of the person, and still of others", async () => {
    expect(await finishErasures(world.ctx(system), {})).toEqual({ finished: 0 });
    expect(await finishErasures(world.ctx(system), {})).toEqual({ finished: 0 });
    world.clock.advance(settles);
    expect(await finishErasures(world.ctx(system), {})).toMatchObject({ finished: expect.any(Number) });
    for (const Item of backup) await world.client.send(new PutItemCommand({ TableName: "lingxi", Item }));
    const all = (await world.scan()).filter((item) => backup.some(({ pk, sk }) => pk?.S === item.pk && sk?.S === item.sk));
    expect(JSON.stringify(all)).not.toContain(email);
    expect(JSON.stringify(all)).toContain("else@example.com");
    const registration = await Registration.find(world.ctx(), { activityId: ids.activityId, person: ids.person });
    expect(registration).toMatchObject({ name: "", email: "", status: "confirmed" });
  });

  it("does not keep them from coming back", async () => {
    const activityId = await publishedActivity(world, 1);
    await register(world.ctx(), { ...forms.registration, ...secrets, email, activityId } as Any<typeof register>);
    const registration = await Registration.find(world.ctx(), { activityId, person: ids.person });
    expect(registration).toMatchObject({ ...secrets, email });
    const token = registrationToken(world.ctx(), registration ?? { activityId, person: "", id: "" });
    expect((await seeRegistration(world.ctx(), { token })).registration.email).toBe(email);
  });
});
