import { listOwnOrganisations, seeOwnOrganisation } from "@lingxi/core/account";
import { publishDemand, submitDemand } from "@lingxi/core/demand";
import { eraseDemands, noteDemandOrganisation } from "@lingxi/core/demand/reactions";
import {
  approveMember,
  confirmClaim,
  endCodeLetThrough,
  joinOrganisation,
  leaveOrganisation,
  letCodeThrough,
  listClaims,
  listCodesLetThrough,
  listOrganisations,
  makeOwner,
  refuseClaim,
  refuseMember,
  releaseOrganisation,
  removeMember,
  stepDown,
} from "@lingxi/core/organisation";
import { tellOfMembership } from "@lingxi/core/organisation/reactions";
import type { Participant } from "@lingxi/core/platform/participant";
import { eraseMine, seeMine } from "@lingxi/core/privacy";
import { submitProject } from "@lingxi/core/project";
import { noteProjectOrganisation } from "@lingxi/core/project/reactions";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { Memberships, Organisations } from "../../packages/core/src/organisation/entity.ts";
import { call } from "../support/api.ts";
import { embedded, staff, system } from "../support/embedded.ts";
import { participantOf } from "../support/participant.ts";
import { codeOf, forms } from "../support/records.ts";

const world = embedded();
type Any<T extends (...args: never[]) => unknown> = Parameters<T>[1];
let n = 0;
const organiser = () => world.ctx(staff("organiser"));
const as = (actor: Participant) => world.ctx(actor);
beforeAll(() => {
  vi.stubGlobal("fetch", () => Promise.reject(new Error("no network")));
});

const somebody = async (email = `somebody-${++n}@example.com`) => (await participantOf(world, email)).actor;
const asks = (actor: Participant, code: string) => joinOrganisation(as(actor), { ...forms.membership, code });
const memberOf = (actor: Participant, code: string) => ({ code, accountId: actor.id });
const record = (code: string) => Organisations.find(world.ctx(), { code });

async function confirm(actor: Participant, code: string) {
  const of = memberOf(actor, code);
  const claim = await Memberships.find(world.ctx(), of);
  return confirmClaim(organiser(), { ...of, version: claim?.version ?? 0, name: "秦岭示例公司", how: "致电总机核实" });
}
/** An organisation of a new code with an owner and members. */
async function company(members = 0) {
  const code = codeOf(++n);
  const owner = await somebody();
  await asks(owner, code);
  await confirm(owner, code);
  const others: Participant[] = [];
  for (let i = 0; i < members; i++) {
    const one = await somebody();
    await asks(one, code);
    await approveMember(as(owner), memberOf(one, code));
    others.push(one);
  }
  return { code, owner, others };
}

describe("the first one of an organisation", () => {
  it("owns it only after an organiser has confirmed, and sees nothing before", async () => {
    const code = codeOf(++n);
    const one = await somebody();
    await asks(one, code);
    await expect(seeOwnOrganisation(as(one), { code })).rejects.toMatchObject({ reason: "organisation.not-found" });
    for (const verb of [approveMember, makeOwner, removeMember])
      await expect(verb(as(one), memberOf(one, code))).rejects.toMatchObject({ reason: "organisation.not-found" });
    const claims = (await listClaims(organiser(), {})).items;
    expect(claims.find((claim) => claim.code === code)).toMatchObject({ email: one.email, rivals: 0, hasOwner: false });
    expect(await confirm(one, code)).toEqual({ passedOn: false });
    expect(await seeOwnOrganisation(as(one), { code })).toMatchObject({ owner: true, name: "秦岭示例公司" });
    expect((await listOrganisations(organiser(), {})).items.find((o) => o.code === code)).toMatchObject({
      owners: 1,
      members: 0,
    });
  });

  it("cannot be confirmed by themselves, by a member of staff without the role, or by nobody", async () => {
    const code = codeOf(++n);
    const one = await somebody();
    await asks(one, code);
    const input = { ...memberOf(one, code), version: 1, name: "示例公司", how: "致电总机核实" };
    for (const ctx of [as(one), world.ctx(staff("reviewer"))])
      await expect(confirmClaim(ctx, input)).rejects.toMatchObject({ reason: "access.forbidden" });
    await expect(confirmClaim(world.ctx(), input)).rejects.toMatchObject({ reason: "access.sign-in" });
  });

  it("is one of several who claim it at the same time: the others are passed on to that owner", async () => {
    const code = codeOf(++n);
    const [one, other] = [await somebody(), await somebody()];
    await asks(one, code);
    await asks(other, code);
    expect((await listClaims(organiser(), {})).items.filter((claim) => claim.code === code).map(({ rivals }) => rivals)).toEqual([
      1, 1,
    ]);
    const answers = await Promise.all([confirm(one, code), confirm(other, code)]);
    expect(answers.filter(({ passedOn }) => passedOn)).toHaveLength(1);
    expect((await record(code))?.owners).toHaveLength(1);
    const [owner, asking] = (await record(code))?.owners[0] === one.id ? [one, other] : [other, one];
    expect((await seeOwnOrganisation(as(owner), { code })).asking.map(({ accountId }) => accountId)).toEqual([asking.id]);
  });

  it("who is a stranger is refused, told why, and may be taken out again later", async () => {
    const code = codeOf(++n);
    const stranger = await somebody();
    await asks(stranger, code);
    await refuseClaim(organiser(), { ...memberOf(stranger, code), version: 1, remark: "总机查无此人" });
    expect((await listOwnOrganisations(as(stranger), {})).items).toMatchObject([
      { status: "refused", remark: "总机查无此人", member: false },
    ]);
    const mistaken = await company(1);
    const version = (await record(mistaken.code))?.version ?? 0;
    await releaseOrganisation(organiser(), { code: mistaken.code, version, remark: "核实有误" });
    await expect(seeOwnOrganisation(as(mistaken.owner), { code: mistaken.code })).rejects.toMatchObject({
      reason: "organisation.not-found",
    });
    const [member] = mistaken.others;
    if (!member) throw new Error("no member");
    // A member stays one, also while asking to become its owner, and when that is refused.
    await asks(member, mistaken.code);
    const claim = await Memberships.find(world.ctx(), memberOf(member, mistaken.code));
    expect(claim?.status).toBe("claimed");
    await refuseClaim(organiser(), { ...memberOf(member, mistaken.code), version: claim?.version ?? 0, remark: "请提供证照" });
    expect(await seeOwnOrganisation(as(member), { code: mistaken.code })).toMatchObject({ owner: false });
    await asks(member, mistaken.code);
    await confirm(member, mistaken.code);
    expect(await seeOwnOrganisation(as(member), { code: mistaken.code })).toMatchObject({ owner: true, members: [{ me: true }] });
  });

  it("needs a code whose check character is right, and may not try codes one after the other", async () => {
    const one = await somebody();
    await expect(asks(one, "91610131MA00000010")).rejects.toMatchObject({ fields: [{ field: "code" }] });
    for (let i = 0; i < 9; i++) await asks(one, codeOf(++n));
    await expect(asks(one, codeOf(++n))).resolves.toEqual({ received: true });
    await expect(asks(one, codeOf(++n))).rejects.toMatchObject({ reason: "access.too-many" });
  });
});

describe("a code whose check character is wrong", () => {
  const code = "91610104MA0000004Y";
  const note = "已看到证照原件，与公示一致。";

  it("counts once an organiser has let it through with a note, which is on record, and no more after the end of that", async () => {
    const [before, during, after] = [await somebody(), await somebody(), await somebody()];
    await expect(asks(before, code)).rejects.toMatchObject({ fields: [{ field: "code", message: { en: /ask the organiser/ } }] });
    const { version } = await letCodeThrough(organiser(), { code: ` ${code.toLowerCase()} `, note });
    expect((await listCodesLetThrough(world.ctx(staff("auditor")), {})).items).toMatchObject([
      { code, note, by: "stf_organiser", version },
    ]);
    await asks(during, code);
    await confirm(during, code);
    expect(await seeOwnOrganisation(as(during), { code })).toMatchObject({ owner: true });
    await endCodeLetThrough(organiser(), { code, version });
    await expect(endCodeLetThrough(organiser(), { code, version })).rejects.toMatchObject({ reason: "record.changed" });
    expect((await listCodesLetThrough(organiser(), {})).items).toEqual([]);
    await expect(asks(after, code)).rejects.toMatchObject({ fields: [{ field: "code" }] });
    expect(await seeOwnOrganisation(as(during), { code })).toMatchObject({ owner: true });
    await letCodeThrough(organiser(), { code, note });
    await asks(after, code);
  });

  it("is let through by organisers alone, with a reason, and only where it has the form of a code and is not right anyway", async () => {
    for (const ctx of [world.ctx(staff("reviewer", "broker", "auditor")), world.ctx(), as(await somebody())])
      await expect(letCodeThrough(ctx, { code, note })).rejects.toMatchObject({
        code: expect.stringMatching(/forbidden|unauth/),
      });
    await expect(letCodeThrough(organiser(), { code, note: "" })).rejects.toMatchObject({ fields: [{ field: "note" }] });
    await expect(letCodeThrough(organiser(), { code: code.slice(1), note })).rejects.toMatchObject({
      fields: [{ field: "code" }],
    });
    await expect(letCodeThrough(organiser(), { code: codeOf(1), note })).rejects.toMatchObject({
      reason: "organisation.code-right",
    });
  });
});

describe("later ones", () => {
  it("are approved or refused by the owner, who is told by mail, as they are", async () => {
    const { code, owner } = await company();
    const [good, bad] = [await somebody(), await somebody()];
    await asks(good, code);
    await asks(bad, code);
    await expect(asks(good, code)).rejects.toMatchObject({ reason: "organisation.already" });
    await expect(seeOwnOrganisation(as(good), { code })).rejects.toMatchObject({ reason: "organisation.not-found" });
    const tell = (telling: "asked" | "joined" | "refused" | "removed", actor: Participant) =>
      tellOfMembership(world.ctx(system), { eventId: `e-${++n}`, telling, ...memberOf(actor, code), silence: 0 });
    await tell("asked", good);
    expect(world.mails.map(({ to }) => to)).toEqual([owner.email]);
    await approveMember(as(owner), memberOf(good, code));
    await refuseMember(as(owner), { ...memberOf(bad, code), remark: "不认识" });
    await tell("joined", good);
    await tell("refused", bad);
    await tell("asked", good);
    expect(world.mails.map(({ to }) => to)).toEqual([owner.email, good.email, bad.email]);
    const seen = await seeOwnOrganisation(as(good), { code });
    expect(seen.members.map(({ email }) => email)).toEqual([undefined, undefined]);
    expect(seen.asking).toEqual([]);
    await expect(approveMember(as(owner), memberOf(bad, code))).rejects.toMatchObject({
      reason: "organisation.member-not-found",
    });
  });

  it("decide about nobody themselves", async () => {
    const { code, owner, others } = await company(2);
    const [one, two] = others as [Participant, Participant];
    const asking = await somebody();
    await asks(asking, code);
    for (const [verb, of] of [
      [approveMember, asking],
      [refuseMember, asking],
      [removeMember, owner],
      [removeMember, two],
      [makeOwner, one],
    ] as const)
      await expect(verb(as(one), memberOf(of, code))).rejects.toMatchObject({ reason: "organisation.not-owner" });
    await expect(stepDown(as(one), { code })).rejects.toMatchObject({ reason: "organisation.not-owner" });
  });

  it("see nothing any more once they are taken out or have left", async () => {
    const { code, owner, others } = await company(2);
    const [one, two] = others as [Participant, Participant];
    await removeMember(as(owner), memberOf(one, code));
    await leaveOrganisation(as(two), { code });
    for (const gone of [one, two])
      await expect(seeOwnOrganisation(as(gone), { code })).rejects.toMatchObject({ reason: "organisation.not-found" });
    expect(await record(code)).toMatchObject({ owners: [owner.id], members: [] });
  });
});

describe("owners", () => {
  it("pass it on, and go not as the last one while others remain", async () => {
    const { code, owner, others } = await company(1);
    const [next] = others as [Participant];
    for (const step of [stepDown, leaveOrganisation])
      await expect(step(as(owner), { code })).rejects.toMatchObject({ reason: "organisation.last-owner" });
    const before = world.mails.length;
    await makeOwner(as(owner), memberOf(next, code));
    const told = { eventId: "evt_owner", telling: "owner-made" as const, ...memberOf(next, code), silence: 60_000 };
    for (let twice = 0; twice < 2; twice++) await tellOfMembership(world.ctx(system), told);
    expect(world.mails.slice(before).map(({ to }) => to)).toEqual([next.email]);
    await stepDown(as(owner), { code });
    // Who is no owner any more by the time that it is told is not told.
    expect(await tellOfMembership(world.ctx(system), { ...told, eventId: "evt_other", ...memberOf(owner, code) })).toEqual({
      told: 0,
    });
    expect(await record(code)).toMatchObject({ owners: [next.id], members: [owner.id] });
    await leaveOrganisation(as(owner), { code });
    // The last of all may go; whoever comes next is checked by the organiser again.
    await leaveOrganisation(as(next), { code });
    expect(await record(code)).toMatchObject({ owners: [], members: [] });
    const stranger = await somebody();
    await asks(stranger, code);
    expect((await Memberships.find(world.ctx(), memberOf(stranger, code)))?.status).toBe("claimed");
  });

  /** Two owners and a member; how many own it after what both do at the same moment. */
  async function race(step: (one: Participant, other: Participant, code: string) => Promise<unknown>) {
    const { code, owner, others } = await company(2);
    const [second] = others as [Participant, Participant];
    await makeOwner(as(owner), memberOf(second, code));
    await Promise.allSettled([step(owner, second, code), step(second, owner, code)]);
    const owners = (await record(code))?.owners ?? [];
    const memberships = await Promise.all(owners.map((accountId) => Memberships.find(world.ctx(), { code, accountId })));
    // One who has gone owns nothing, whatever the record says.
    return memberships.filter((one) => one?.status === "active").length;
  }
  const steps = {
    "step down": (one: Participant, _: Participant, code: string) => stepDown(as(one), { code }),
    leave: (one: Participant, _: Participant, code: string) => leaveOrganisation(as(one), { code }),
    "take each other out": (one: Participant, other: Participant, code: string) => removeMember(as(one), memberOf(other, code)),
  };

  it.each(Object.entries(steps))("who %s at the same moment leave one", async (_what, step) => {
    for (let round = 0; round < 3; round++) expect(await race(step)).toBe(1);
  });

  it("would leave none, were the record not written under its version (control)", async () => {
    const change = Organisations.change.bind(Organisations);
    const spy = vi.spyOn(Organisations, "change").mockImplementation((ctx, read, patch) => {
      const { condition: _, values: __, ...write } = change(ctx, read, patch);
      return write;
    });
    const left: number[] = [];
    for (let round = 0; round < 6 && !left.includes(0); round++) left.push(await race(steps.leave));
    spy.mockRestore();
    expect(left).toContain(0);
  });
});

describe("what was submitted for an organisation", () => {
  it("is seen by its members, without whom to reach, and by nobody else; a code that is none stands for nothing", async () => {
    const { code, owner, others } = await company(1);
    const [member] = others as [Participant];
    const project = await submitProject(world.ctx(), {
      ...forms.project,
      title: "单位的项目",
      creditCode: code,
      email: member.email,
    } as unknown as Any<typeof submitProject>);
    const demand = await submitDemand(world.ctx(), {
      ...forms.demand,
      title: "单位的需求",
      creditCode: ` ${code.toLowerCase()} `,
      email: "colleague@example.com",
      phone: "13988887777",
    } as unknown as Any<typeof submitDemand>);
    const wrong = await submitDemand(world.ctx(), {
      ...forms.demand,
      creditCode: code.slice(0, 17),
      email: "wrong@example.com",
    } as unknown as Any<typeof submitDemand>);
    await noteProjectOrganisation(world.ctx(system), { projectId: project.id });
    for (const { id } of [demand, demand, wrong]) await noteDemandOrganisation(world.ctx(system), { demandId: id });
    await publishDemand(world.ctx(staff("administrator")), { demandId: demand.id, version: 1 });
    const seen = await seeOwnOrganisation(as(member), { code });
    expect(seen.projects).toMatchObject([
      { id: project.id, status: "submitted", page: expect.stringContaining("/my/projects/") },
    ]);
    expect(seen.demands).toMatchObject([{ id: demand.id, status: "listed" }]);
    expect(seen.demands[0]).not.toHaveProperty("page");
    expect(JSON.stringify(seen)).not.toMatch(/colleague@example.com|13988887777/);
    expect((await seeOwnOrganisation(as(owner), { code })).projects[0]).not.toHaveProperty("page");
    await expect(seeOwnOrganisation(as(await somebody()), { code })).rejects.toMatchObject({ reason: "organisation.not-found" });
    await eraseDemands(world.ctx(system), [world.ctx().keys.digest("person", "colleague@example.com")]);
    await noteDemandOrganisation(world.ctx(system), { demandId: demand.id });
    expect((await seeOwnOrganisation(as(owner), { code })).demands).toEqual([]);
  });
});

describe("a person who belongs to an organisation", () => {
  it("finds it in what is held on them, and is taken out of it when they are erased, the last owner too", async () => {
    const { code, owner, others } = await company(1);
    const [member] = others as [Participant];
    expect((await seeMine(as(owner), {})).holdings.map(({ kind }) => kind)).toEqual(["membership", "account"]);
    await eraseMine(as(owner), {});
    expect(await record(code)).toMatchObject({ owners: [], members: [member.id] });
    const kept = await Memberships.find(world.ctx(), memberOf(owner, code));
    expect(kept).toMatchObject({ status: "left", contact: { name: "", email: "" } });
    expect(
      (await world.scan()).filter((item) => item.type !== "account-link" && JSON.stringify(item).includes(owner.email)),
    ).toEqual([]);
    // Back with the same address, they are somebody else.
    const back = await somebody(owner.email);
    await expect(seeOwnOrganisation(as(back), { code })).rejects.toMatchObject({ reason: "organisation.not-found" });
    expect((await listOwnOrganisations(as(back), {})).items).toEqual([]);
  });
});

describe("the pages", () => {
  it("lead through joining, approving and leaving without script, in both languages", async () => {
    const { code } = await company();
    const { cookie } = await participantOf(world, "page@example.com");
    const send = (method: string, path: string, form?: Record<string, string>, cookies = [cookie]) =>
      call(world, method, path, { cookies, ...(form ? { form } : {}) });
    const empty = await send("GET", "/en/account/organisations");
    expect(empty.text).toContain("You do not belong to an organisation yet");
    const refused = await send("POST", "/account/organisations", { ...forms.membership, code: "91610131MA00000010" });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("应为 18 位");
    expect(refused.text).toContain(forms.membership.proof);
    expect((await send("POST", "/account/organisations", { ...forms.membership, code })).headers.location).toBe(
      "/account/organisations?saved=asked",
    );
    expect((await send("GET", "/account/organisations")).text).toContain("待核实");
    expect((await send("GET", `/account/organisations/${code}`)).status).toBe(404);
    const [own = ""] = (await world.scan())
      .filter((item) => item.type === "organisation" && item.code === code)
      .flatMap(({ owners }) => owners as string[]);
    expect(own).not.toBe("");
    const asking = (await Memberships.list(world.ctx(), { pk: `organisation#${code}`, begins: "member#", limit: 9 })).items.find(
      ({ status }) => status === "asked",
    );
    const actor = (await world.scan()).find((item) => item.type === "account" && item.id === own) as { email: string };
    const { cookie: boss } = await participantOf(world, actor.email);
    const page = await send("GET", `/account/organisations/${code}`, undefined, [boss]);
    expect(page.text).toContain(forms.membership.proof);
    expect((await send("POST", `/account/organisations/${code}/members/${asking?.accountId}/approve`, {}, [boss])).status).toBe(
      303,
    );
    expect((await send("GET", `/account/organisations/${code}`)).status).toBe(200);
    expect((await send("POST", `/account/organisations/${code}/leave`, {}, [boss])).status).toBe(409);
    expect((await send("POST", `/account/organisations/${code}/leave`, {})).headers.location).toBe(
      "/account/organisations?saved=left",
    );
  });
});
