import { describe, expect, it } from "vitest";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { publishDemand, submitDemand } from "../demand/index.ts";
import { enterPatent } from "../ip-record/index.ts";
import { applyTalent, approveTalent, listTalents } from "../talent/index.ts";
import { answerAsk, askLink } from "./answer-ask.ts";
import { askBoth, askId } from "./ask.ts";
import { countMatches, listBrokered } from "./conversions.ts";
import { readDeal } from "./deal.ts";
import { keepDocument, readDocument, removeDocument } from "./documents.ts";
import { Asks } from "./entity.ts";
import { eraseAsks, heldAsks } from "./held.ts";
import { listMatches } from "./judge.ts";
import { listReminders } from "./list-reminders.ts";
import { changeReminder, remind } from "./remind.ts";
import { takeStep, takeStepBack } from "./take-step.ts";

const world = embedded();
const broker = () => world.ctx(staff("broker"));
const organiser = () => world.ctx(staff("organiser"));
const pdf = Buffer.from("%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n");
let n = 0;

async function pair({ legal = "in-force" } = {}) {
  const needEmail = `deal-need-${++n}@example.com`;
  const form = {
    ...{ name: "王示例", organisation: "需求示例公司", phone: "", consent: "yes", email: needEmail, secrecy: "none" },
    ...{
      title: `魔芋切片 ${n}`,
      problem: "魔芋切片厚薄不均，成品率只有七成，靠人工分拣。",
      chain: "vegetables",
      ways: ["licence"],
      region: "ankang",
    },
  };
  const { id: demandId } = await submitDemand(world.ctx(), form as unknown as Parameters<typeof submitDemand>[1]);
  await publishDemand(organiser(), { demandId, version: 1 });
  const holder = `deal-holder-${n}@example.com`;
  const { id: offerId } = await enterPatent(broker(), {
    ...{ number: `2019${String(10_000_000 + n).padStart(8, "0")}`, title: `魔芋切片机 ${n}`, abstract: "一种魔芋切片机。" },
    ...{ holder: "供给示例大学", legal, name: "赵示例", email: holder },
  } as Parameters<typeof enterPatent>[1]);
  return { demandId, offerId, needEmail, holder };
}
type Of = Awaited<ReturnType<typeof pair>>;
const ids = ({ demandId, offerId }: Of) => ({ demandId, offerId });
const person = (email: string) => world.ctx().keys.digest("person", email);
const today = () => world.ctx().now().toISOString().slice(0, 10);

async function manager(name: string): Promise<string> {
  const form = {
    ...{ name, organisation: "示例技术转移中心", title: "技术经理人", expertise: "技术转移", chains: ["vegetables"] },
    ...{ introduction: "从事农产品加工技术转移十年。", pool: "yes", email: `manager-${++n}@example.com`, phone: "" },
  };
  await applyTalent(world.ctx(), form as unknown as Parameters<typeof applyTalent>[1]);
  const { items } = await listTalents(organiser(), { status: "applied" });
  const id = items[0]?.id ?? "";
  await approveTalent(organiser(), { talentId: id, version: 1 });
  return id;
}

describe("the desk of one need and one offer", () => {
  it("tells in one line of time what was done, when and by whom", async () => {
    const of = await pair();
    await askBoth(broker(), ids(of));
    const ask = await Asks.find(world.ctx(), { id: askId(of.demandId, of.offerId, "need") });
    await answerAsk(world.ctx(), { token: ask ? askLink.token(world.ctx(), ask) : "", answer: "yes", related: true });
    await takeStep(organiser(), { ...ids(of), step: "visit", on: "2026-01-04" });
    await keepDocument(broker(), { ...ids(of), file: pdf, kind: "minutes" });
    const deal = await readDeal(world.ctx(staff("auditor")), ids(of));
    const told = deal.history.map(({ what, step }) => step ?? what);
    expect([told.length, new Set(told)]).toEqual([6, new Set(["proposed", "asked", "answered", "visit", "document"])]);
    expect(deal.history.at(-1)).toMatchObject({ step: "visit", at: "2026-01-04", by: { id: expect.stringMatching(/^stf_/) } });
    expect(deal.history.every(({ what, by }) => what === "asked" || what === "answered" || by)).toBe(true);
    expect(deal).toMatchObject({ related: true, inForce: true, organisation: "供给示例大学" });
  });

  it("marks a patent that is not in force any more", async () => {
    const of = await pair({ legal: "expired" });
    expect(await readDeal(broker(), ids(of))).toMatchObject({ inForce: false });
  });

  it("is there for a pair alone, and not for those without the right", async () => {
    const of = await pair();
    await expect(readDeal(broker(), { ...ids(of), offerId: "ipr_none" })).rejects.toMatchObject({ reason: "matching.not-found" });
    await expect(readDeal(world.ctx(staff("editor")), ids(of))).rejects.toMatchObject({ reason: "access.forbidden" });
  });
});

describe("documents", () => {
  it("are PDFs by their bytes, kept where the public reads nothing, and gone once they are removed", async () => {
    const of = await pair();
    await expect(
      keepDocument(broker(), { ...ids(of), file: Buffer.from("PK\u0003\u0004"), kind: "contract" }),
    ).rejects.toMatchObject({ fields: [{ field: "file" }] });
    const { id: documentId } = await keepDocument(broker(), { ...ids(of), file: pdf, kind: "contract" });
    expect([...world.files.keys()].filter((key) => key.includes(documentId))).toEqual([`private/matches/${documentId}.pdf`]);
    const read = await readDocument(world.ctx(staff("auditor")), { ...ids(of), documentId });
    expect(Buffer.from(read.body).equals(pdf)).toBe(true);
    await expect(readDocument(world.ctx(staff("editor")), { ...ids(of), documentId })).rejects.toMatchObject({
      reason: "access.forbidden",
    });
    await removeDocument(broker(), { ...ids(of), documentId });
    await removeDocument(broker(), { ...ids(of), documentId });
    expect([...world.files.keys()].filter((key) => key.includes(documentId))).toEqual([]);
    await expect(readDocument(broker(), { ...ids(of), documentId })).rejects.toMatchObject({ reason: "matching.no-document" });
    const deal = await readDeal(broker(), ids(of));
    expect([deal.documents, new Set(deal.history.map(({ what }) => what))]).toEqual([
      [],
      new Set(["document", "document-removed"]),
    ]);
  });

  it("that name people go when either side is erased; others stay", async () => {
    const of = await pair();
    const { id: open } = await keepDocument(broker(), { ...ids(of), file: pdf, kind: "technical" });
    const { id: first } = await keepDocument(broker(), { ...ids(of), file: pdf, kind: "contract", personal: true });
    await remind(broker(), { ...ids(of), on: today(), note: "给赵示例回电话" });
    const kept = () => [open, first].map((id) => world.files.has(`private/matches/${id}.pdf`));
    expect(await heldAsks(world.ctx(), [person(of.holder)])).toHaveLength(2);
    await eraseAsks(world.ctx(system), [person("somebody-else@example.com")]);
    expect(kept()).toEqual([true, true]);
    await eraseAsks(world.ctx(system), [person(of.holder)]);
    expect(kept()).toEqual([true, false]);
    expect((await readDeal(broker(), ids(of))).reminders).toMatchObject([{ note: "" }]);
    expect(await heldAsks(world.ctx(), [person(of.holder)])).toEqual([]);
  });
});

describe("reminders", () => {
  it("stand on the desk from their day, are moved, and are done", async () => {
    const of = await pair();
    await expect(remind(broker(), { ...ids(of), on: "2020-01-01", note: "回访" })).rejects.toMatchObject({
      reason: "matching.reminder-past",
    });
    const made = await remind(broker(), { ...ids(of), on: today(), note: "回访试用结果" });
    const due = async () =>
      (await listReminders(broker(), { until: today(), limit: 500 })).items.filter(({ demandId }) => demandId === of.demandId);
    expect(await due()).toMatchObject([{ id: made.id, note: "回访试用结果" }]);
    const change = { ...ids(of), reminderId: made.id };
    const moved = await changeReminder(broker(), { ...change, version: made.version, on: "2099-01-01" });
    expect(await due()).toEqual([]);
    await expect(changeReminder(broker(), { ...change, version: made.version, done: true })).rejects.toMatchObject({
      reason: "record.changed",
    });
    expect(await changeReminder(broker(), { ...change, version: moved.version, done: true })).toMatchObject({ status: "done" });
  });
});

describe("an agreement", () => {
  const way = "licence" as const;

  it("says of which kind it is, is counted once a pair, and never tells its amount in figures", async () => {
    const of = await pair();
    await expect(takeStep(broker(), { ...ids(of), step: "agreement", on: "2026-01-05" })).rejects.toMatchObject({
      fields: [{ field: "way" }],
    });
    const before = (await countMatches(world.ctx())).get("vegetables") ?? { matches: 0, conversions: 0 };
    const agreed = { ...ids(of), step: "agreement" as const, way, amountFrom: 100_000, amountTo: 200_000 };
    await takeStep(broker(), { ...agreed, on: "2026-01-05" });
    await takeStep(broker(), { ...agreed, on: "2026-01-06" });
    expect((await countMatches(world.ctx())).get("vegetables")).toEqual({
      matches: before.matches + 1,
      conversions: before.conversions + 1,
    });
    expect((await readDeal(broker(), ids(of))).conversion).toMatchObject({ way, on: "2026-01-06", amountTo: 200_000 });
    await takeStepBack(broker(), { ...ids(of), step: "agreement", on: "2026-01-06" });
    await takeStepBack(broker(), { ...ids(of), step: "agreement", on: "2026-01-06" });
    expect((await countMatches(world.ctx())).get("vegetables")?.conversions).toBe(before.conversions);
    const deal = await readDeal(broker(), ids(of));
    expect([deal.conversion, deal.history.map(({ at }) => at)]).toEqual([undefined, ["2026-01-05"]]);
    expect((await listMatches(broker(), { demandId: of.demandId })).items).toEqual([]);
  });

  it("stands in the records of those who brokered it, until it is taken back or says another", async () => {
    const of = await pair();
    const [one, other] = [await manager("陈示例"), await manager("林示例")];
    const agreed = { ...ids(of), step: "agreement" as const, on: "2026-01-05", way };
    await expect(takeStep(broker(), { ...agreed, managers: ["tal_none"] })).rejects.toMatchObject({
      reason: "matching.no-manager",
    });
    const of1 = async (talentId: string) => (await listBrokered(organiser(), { talentId })).items;
    await takeStep(broker(), { ...agreed, managers: [one, one] });
    expect(await of1(one)).toMatchObject([{ role: "manager", way, on: "2026-01-05", demandId: of.demandId }]);
    expect(JSON.stringify(await of1(one))).not.toContain("amount");
    await takeStep(broker(), { ...agreed, managers: [other] });
    expect([await of1(one), (await of1(other)).length]).toEqual([[], 1]);
    await takeStepBack(broker(), { ...ids(of), step: "agreement", on: "2026-01-05" });
    expect(await of1(other)).toEqual([]);
  });

  it("that two record at the same moment is one conversion", async () => {
    const of = await pair();
    const agreed = { ...ids(of), step: "agreement" as const, on: "2026-01-05", way };
    const done = await Promise.allSettled([takeStep(broker(), agreed), takeStep(broker(), agreed)]);
    expect(done.some(({ status }) => status === "fulfilled")).toBe(true);
    for (const one of done) if (one.status === "rejected") expect(one.reason).toMatchObject({ reason: "record.changed" });
  });
});
