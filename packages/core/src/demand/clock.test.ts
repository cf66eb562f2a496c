import { describe, expect, it } from "vitest";
import { demandChange, demandsIn } from "../../../../tests/support/demands.ts";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { parseMail } from "../../../../tests/support/inbox.ts";
import { MailDeferred } from "../platform/mail/mailer.ts";
import {
  changeDemand,
  classifyDemand,
  closeOwnDemand,
  confirmDemand,
  getDemand,
  listDemands,
  moveDemand,
  publishDemand,
  readDemand,
  seeDemand,
} from "./index.ts";
import { reviewDays } from "./policy.ts";
import { remindOwners } from "./reactions.ts";

const world = embedded();
const day = 86_400_000;
const broker = () => world.ctx(staff("broker"));
const reviewer = () => world.ctx(staff("reviewer"));
const { listed, submit } = demandsIn(world);
const remind = (parts = {}) => remindOwners(world.ctx(system, parts), { milliseconds: 60_000, silence: 0 });
const subjects = async () =>
  (await Promise.all(world.mails.map(({ raw }) => parseMail(raw)))).map(({ subject }) => subject ?? "");

describe("what a need is about and how it is to be solved", () => {
  it("is said by staff and read by everybody, with the day on which it is looked at again", async () => {
    const { demandId, version, token } = await listed();
    expect(await getDemand(broker(), { demandId })).toMatchObject({ reviewOn: "2027-02-21" });
    const said = { demandId, version, kind: "technology", solutions: ["match", "experts", "match"] } as const;
    await classifyDemand(broker(), { ...said, solutions: [...said.solutions] });
    expect(await readDemand(world.ctx(), { demandId })).toMatchObject({ kind: "technology", solutions: ["match", "experts"] });
    expect(await seeDemand(world.ctx(), { token })).toMatchObject({ kind: "technology", reviewOn: "2027-02-21" });
    const next = { demandId, kind: "technology" as const, solutions: ["match" as const] };
    await classifyDemand(broker(), { ...next, version: version + 1, reviewOn: "2026-12-01" });
    expect((await getDemand(broker(), { demandId })).reviewOn).toBe("2026-12-01");
    await expect(classifyDemand(broker(), { ...next, version: version + 1 })).rejects.toMatchObject({ reason: "record.changed" });
    await expect(classifyDemand(broker(), { ...next, version: version + 2, reviewOn: "2026-11-01" })).rejects.toMatchObject({
      reason: "demand.review-past",
    });
    await expect(classifyDemand(broker(), { ...next, version: version + 2, solutions: [] })).rejects.toMatchObject({
      reason: "input.invalid",
    });
    await expect(classifyDemand(world.ctx(staff("auditor")), { ...next, version: version + 2 })).rejects.toMatchObject({
      reason: "access.forbidden",
    });
    const waiting = await submit();
    await expect(classifyDemand(broker(), { ...next, ...waiting })).rejects.toMatchObject({ reason: "demand.step" });
  });
});

describe("the enterprise, by its secret link", () => {
  it("says that the need still stands, which puts the next review a whole interval away, once for a double click", async () => {
    const { demandId, token } = await listed();
    world.clock.advance(10 * day);
    const twice = await Promise.all([1, 2].map(() => confirmDemand(world.ctx(), { token })));
    expect(new Set(twice.map(({ reviewOn }) => reviewOn)).size).toBe(1);
    const { version, reviewOn } = await getDemand(broker(), { demandId });
    expect(reviewOn).toBe(twice[0]?.reviewOn);
    await confirmDemand(world.ctx(), { token });
    expect((await getDemand(broker(), { demandId })).version).toBe(version);
    await expect(confirmDemand(world.ctx(), { token: `${demandId}.x` })).rejects.toMatchObject({ reason: "demand.link" });
  });

  it("closes it with a reason, which the staff read and nobody else", async () => {
    const { demandId, version, token } = await listed();
    const close = (said: object) => closeOwnDemand(world.ctx(), { token, version, ...said } as never);
    const fields = async (said: object) => (await close(said).catch((e) => e)).fields.map((f: { field: string }) => f.field);
    expect(await fields({ state: "unsolved", why: "" })).toEqual(["why"]);
    expect(await fields({ state: "unsolved", why: "other", note: " " })).toEqual(["note"]);
    expect(await fields({ state: "open" })).toEqual(["state"]);
    await close({ state: "unsolved", why: "price", note: "报价超出预算三倍。" });
    await close({ state: "unsolved", why: "price", note: "报价超出预算三倍。" });
    expect(await getDemand(broker(), { demandId })).toMatchObject({
      ...{ state: "unsolved", why: "price", closedBy: "enterprise", version: version + 1 },
      outcome: { text: { "zh-CN": "报价超出预算三倍。" }, shown: false },
    });
    expect(JSON.stringify(await readDemand(world.ctx(), { demandId }))).not.toContain("报价");
    expect((await seeDemand(world.ctx(), { token })).outcome?.text["zh-CN"]).toContain("报价");
    await expect(confirmDemand(world.ctx(), { token })).rejects.toMatchObject({ reason: "demand.step" });
    expect((await listDemands(broker(), { status: "open", limit: 100 })).items.map(({ id }) => id)).not.toContain(demandId);
    await moveDemand(broker(), { demandId, version: version + 1, state: "open" });
    const { why, closedBy, outcome } = await getDemand(broker(), { demandId });
    expect([why, closedBy, outcome]).toEqual([undefined, undefined, undefined]);
  });

  it("changes it while it is listed: it is reviewed again, out of public meanwhile, and stands where it stood", async () => {
    const { demandId, version, token } = await listed();
    await moveDemand(broker(), { demandId, version, state: "in-contact" });
    await changeDemand(world.ctx(), { ...demandChange({ title: "改过的名称" }), token, version: version + 1 });
    await expect(readDemand(world.ctx(), { demandId })).rejects.toMatchObject({ code: "not-found" });
    await publishDemand(reviewer(), { demandId, version: version + 2 });
    expect(await readDemand(world.ctx(), { demandId })).toMatchObject({ title: { "zh-CN": "改过的名称" }, state: "in-contact" });
    await moveDemand(broker(), { demandId, version: version + 3, state: "solved" });
    await expect(changeDemand(world.ctx(), { ...demandChange(), token, version: version + 4 })).rejects.toMatchObject({
      reason: "demand.step",
    });
  });
});

describe("the clock", () => {
  it("asks once for each review day, marks what nobody confirmed, and takes the mark away when somebody does", async () => {
    const { demandId, token } = await listed({ title: "要复核的需求", deadline: "" });
    const ours = async () => (await subjects()).filter((subject) => subject.includes("要复核的需求")).length;
    world.clock.advance((reviewDays - 1) * day);
    await remind();
    expect(await ours()).toBe(0);
    world.clock.advance(day);
    await remind();
    await remind();
    expect(await ours()).toBe(1);
    expect((await readDemand(world.ctx(), { demandId })).stale).toBeUndefined();
    world.clock.advance(15 * day);
    await remind();
    expect(await ours()).toBe(1);
    expect((await readDemand(world.ctx(), { demandId })).stale).toBe(true);
    const rows = (await listDemands(broker(), { status: "open", limit: 100 })).items;
    expect(rows.find(({ id }) => id === demandId)?.stale).toBe(true);
    await confirmDemand(world.ctx(), { token });
    expect((await readDemand(world.ctx(), { demandId })).stale).toBeUndefined();
    world.clock.advance(reviewDays * day);
    await remind();
    expect(await ours()).toBe(2);
  });

  it("tries again where the transport did not take a mail, and asks nobody about a need that was closed", async () => {
    const one = await listed({ title: "退信后再问", deadline: "" });
    const closed = await listed({ title: "已经关闭的", deadline: "" });
    await closeOwnDemand(world.ctx(), { token: closed.token, version: closed.version, state: "solved", why: "", note: "" });
    world.clock.advance(reviewDays * day);
    const busy = { from: "a@example.com", replyTo: "a@example.com", send: () => Promise.reject(new MailDeferred("busy")) };
    await remind({ mailer: busy });
    expect(await subjects()).toEqual([]);
    await remind();
    const said = (await subjects()).join();
    expect(said).toContain("退信后再问");
    expect(said).not.toContain("已经关闭的");
    expect((await getDemand(broker(), { demandId: one.demandId })).stale).toBeUndefined();
  });
});
