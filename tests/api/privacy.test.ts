import { PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { register, seeRegistration } from "@lingxi/core/activity";
import { offerSeats, tellPerson } from "@lingxi/core/activity/reactions";
import { createCampaign, previewAudience } from "@lingxi/core/campaign";
import { sendCampaigns } from "@lingxi/core/campaign/reactions";
import { publishDemand, readDemand, submitDemand, withdrawDemand } from "@lingxi/core/demand";
import { tellEnterprise } from "@lingxi/core/demand/reactions";
import { settles } from "@lingxi/core/platform/vault/ring";
import { askForData, eraseOwnData, seeOwnData, withdrawOwnData } from "@lingxi/core/privacy";
import { expirePersonal, finishErasures, sendDataLink } from "@lingxi/core/privacy/reactions";
import { listPublicProjects, publishProject, submitProject, withdrawProject } from "@lingxi/core/project";
import { applyTalent, approveTalent, declineTalent, listPublicTalents } from "@lingxi/core/talent";
import { beforeAll, describe, expect, it } from "vitest";
import { Registration } from "../../packages/core/src/activity/entity.ts";
import { registrationToken } from "../../packages/core/src/activity/link.ts";
import { Contact } from "../../packages/core/src/campaign/entity.ts";
import { DataRequests } from "../../packages/core/src/privacy/entity.ts";
import { dataToken } from "../../packages/core/src/privacy/open.ts";
import { publishedActivity } from "../support/activities.ts";
import { bringIn, startCampaign } from "../support/campaigns.ts";
import { embedded, staff, system } from "../support/embedded.ts";
import { forms } from "../support/records.ts";

const world = embedded();
const organiser = () => world.ctx(staff("administrator"));
const secrets = { name: "司徒留痕", phone: "13977770001", organisation: "独见研究所" };
type Any<T extends (...args: never[]) => unknown> = Parameters<T>[1];

/** Somebody with one of everything. */
async function everything(email: string, secret = secrets) {
  const activityId = await publishedActivity(world, 1);
  await register(world.ctx(), { ...forms.registration, ...secret, email, activityId } as Any<typeof register>);
  const project = await submitProject(world.ctx(), { ...forms.project, ...secret, email } as unknown as Any<
    typeof submitProject
  >);
  const demand = await submitDemand(world.ctx(), { ...forms.demand, ...secret, email } as unknown as Any<typeof submitDemand>);
  await publishProject(organiser(), { projectId: project.id, version: 1 });
  await publishDemand(organiser(), { demandId: demand.id, version: 1 });
  await applyTalent(world.ctx(), { ...forms.talent, ...secret, email, profile: "yes" } as unknown as Any<typeof applyTalent>);
  const talent = (await world.scan()).find((item) => item.type === "talent" && item.email === email) as { id: string };
  await approveTalent(organiser(), { talentId: talent.id, version: 1 });
  await bringIn(world, [`${email},${secret.name}`]);
  return {
    activityId,
    projectId: project.id,
    demandId: demand.id,
    talentId: talent.id,
    person: world.ctx().keys.digest("person", email),
  };
}

async function linkOf(email: string) {
  world.clock.advance(10 * 60_000);
  await askForData(world.ctx(), { email });
  const person = world.ctx().keys.digest("person", email);
  const request = await DataRequests.find(world.ctx(), { person });
  return { token: dataToken(world.ctx(), request ?? { person, id: "" }), person, requestId: request?.id ?? "" };
}
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
    expect((await seeOwnData(world.ctx(), { token })).holdings).toEqual([]);
  });

  it("opens for half an hour, for one address, and only as it was made", async () => {
    const { token } = await linkOf("one@example.com");
    const [, person = ""] = token.split(".");
    const other = world.ctx().keys.digest("person", "two@example.com");
    for (const wrong of [token.slice(0, -1), token.replace(person, other), "", "x", "mail", "mail...", "constructor.x.y"])
      await expect(seeOwnData(world.ctx(), { token: wrong }), wrong).rejects.toMatchObject({ reason: "privacy.link" });
    world.clock.advance(31 * 60_000);
    await expect(seeOwnData(world.ctx(), { token })).rejects.toMatchObject({ reason: "privacy.link" });
  });
});

describe("a person who asks", () => {
  it("finds everything that is held, from everywhere, with each consent, and nothing of anybody else", async () => {
    const ids = await everything("all@example.com");
    await everything("else@example.com", { ...secrets, name: "别人" });
    const { token } = await linkOf("all@example.com");
    const data = await seeOwnData(world.ctx(), { token });
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
    const own = await Registration.find(world.ctx(), { activityId: ids.activityId, person: ids.person });
    const bySecretLink = await seeOwnData(world.ctx(), {
      token: `registrations.${registrationToken(world.ctx(), own ?? { activityId: "", person: "", id: "" })}`,
    });
    expect(bySecretLink.holdings).toHaveLength(5);
  });

  it("takes one thing back in one step: the rest stays", async () => {
    await everything("step@example.com");
    const { token } = await linkOf("step@example.com");
    const { holdings } = await seeOwnData(world.ctx(), { token });
    for (const { kind, id } of holdings.filter(({ kind }) => kind !== "project"))
      await withdrawOwnData(world.ctx(), { token, kind, id });
    expect((await seeOwnData(world.ctx(), { token })).holdings.map(({ kind }) => kind)).toEqual(["project"]);
    await expect(withdrawOwnData(world.ctx(), { token, kind: "project", id: "prj_other" })).rejects.toMatchObject({
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
    const { token } = await linkOf(email);
    expect(await eraseOwnData(world.ctx(), { token })).toEqual({ erased: 5 });
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
    const { token } = await linkOf(gone ?? "");
    // Before each of the three mails, which are in hand at once: erasing meets itself and changes nothing twice.
    let times = 0;
    const pace = async () => {
      if (times++ < 3) await eraseOwnData(world.ctx(), { token }).catch(() => undefined);
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

describe("retention", () => {
  it("erases registrations two years after their activity, and contacts three years after the last list, by the clock", async () => {
    const { activityId, person } = await everything("old@example.com");
    expect(await expirePersonal(world.ctx(system), {})).toMatchObject({ registrations: 0, contacts: 0, accounts: 0 });
    world.clock.advance(365 * 2.2 * 86_400_000);
    expect((await expirePersonal(world.ctx(system), {})).registrations).toBeGreaterThan(0);
    expect(await Registration.find(world.ctx(), { activityId, person })).toMatchObject({ name: "", email: "" });
    expect(await Contact.find(world.ctx(), { person })).toMatchObject({ email: "old@example.com" });
    world.clock.advance(366 * 86_400_000);
    expect((await expirePersonal(world.ctx(system), {})).contacts).toBeGreaterThan(0);
    expect(await Contact.find(world.ctx(), { person })).toMatchObject({ email: "" });
    expect(await expirePersonal(world.ctx(system), {})).toMatchObject({ registrations: 0, contacts: 0 });
  });

  const settled = async (email: string) => {
    const ids = await everything(email);
    const [projectId, demandId, talentId] = [ids.projectId, ids.demandId, ids.talentId];
    await withdrawProject(organiser(), { projectId, version: 2, remark: "权利已转让。" });
    await withdrawDemand(organiser(), { demandId, version: 2, remark: "企业已停产。" });
    await declineTalent(organiser(), { talentId, version: 2, remark: "材料不全。" });
    return ids;
  };
  const days = (count: number) => world.clock.advance(count * 86_400_000);
  const expired = async () => {
    const { projects, demands, talents } = await expirePersonal(world.ctx(system), {});
    return { projects, demands, talents };
  };
  const none = { projects: 0, demands: 0, talents: 0 };

  it("erases a project, a need and an application 180 days after they were settled, field by field, by the clock", async () => {
    await expired();
    const { projectId, demandId, talentId, person } = await settled("settled@example.com");
    const open = await everything("open@example.com");
    const records = async () => {
      const all = await world.scan();
      return [projectId, demandId, talentId].map((id) => all.find((item) => item.id === id));
    };
    days(179);
    expect(await expired()).toEqual(none);
    expect(JSON.stringify(await records())).toContain("settled@example.com");
    days(2);
    expect(await expired()).toEqual({ projects: 1, demands: 1, talents: 1 });
    const [project, demand, talent] = await records();
    for (const record of [project, demand]) expect(record).toMatchObject({ contact: { name: "", email: "" } });
    expect(talent).toMatchObject({ name: "", email: "", status: "withdrawn" });
    for (const secret of ["settled@example.com", secrets.name, secrets.phone])
      expect(JSON.stringify(await records())).not.toContain(secret);
    // Neither can be found by the person's digest any more, and the place is free.
    expect([project?.person, demand?.person, project?.ownerPk]).toEqual([undefined, undefined, undefined]);
    expect((await world.scan()).find((item) => item.pk === `talent-place#${person}`)).toMatchObject({ free: true });
    // The table tidies away later than the clock erases, else nothing would free the place.
    expect(Number(project?.expiresAt) * 1000).toBeGreaterThan(world.clock.now.getTime());
    expect(await expired()).toEqual(none);
    expect((await readDemand(world.ctx(), { demandId: open.demandId })).id).toBe(open.demandId);
  });

  it("leaves a record that changes at the same instant to the next run", async () => {
    await settled("racing@example.com");
    days(181);
    const both = await Promise.all([expired(), expired()]);
    expect(both.map(({ projects }) => projects).reduce((a, b) => a + b)).toBeGreaterThan(0);
    expect(await expired()).toEqual(none);
  });
});
