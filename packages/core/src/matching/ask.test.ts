import { describe, expect, it } from "vitest";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { publishDemand, submitDemand, withdrawDemand } from "../demand/index.ts";
import { enterPatent } from "../ip-record/index.ts";
import { answerAsk, askLink, seeAsk } from "./answer-ask.ts";
import { askBoth, askId } from "./ask.ts";
import { Asks } from "./entity.ts";
import { deriveMatchEvents } from "./events.ts";
import { eraseAsks, heldAsks } from "./held.ts";
import { listMatches } from "./judge.ts";
import { listAsks, listAsksOf } from "./list-asks.ts";
import type { AskSide } from "./schema.ts";
import { tellAsked } from "./tell-asked.ts";

const world = embedded();
const broker = () => world.ctx(staff("broker"));
let n = 0;

async function pair({ email = "holder@example.com", secret = false } = {}) {
  const form = {
    name: "王示例",
    organisation: "需求示例公司",
    phone: "",
    consent: "yes",
    email: `need-${++n}@example.com`,
    secrecy: secret ? "trade-secret" : "none",
    title: `核桃破壳取仁 ${n}`,
    problem: "核桃破壳后仁碎，取整仁率只有四成，不可告人。",
    scenario: "用于核桃加工。",
    chain: "apples",
    ways: ["licence"],
    region: "weinan",
  };
  const { id: demandId } = await submitDemand(world.ctx(), form as unknown as Parameters<typeof submitDemand>[1]);
  await publishDemand(world.ctx(staff("organiser")), { demandId, version: 1 });
  const { id: offerId } = await enterPatent(broker(), {
    number: `2018${String(10_000_000 + n).padStart(8, "0")}`,
    title: `一种核桃破壳装置 ${n}`,
    abstract: "一种核桃破壳装置。",
    holder: "供给示例大学",
    legal: "in-force",
    name: "赵示例",
    email,
  });
  return { demandId, offerId, needEmail: form.email };
}
const idOf = (of: { demandId: string; offerId: string }, side: AskSide) => askId(of.demandId, of.offerId, side);
async function tokenOf(of: { demandId: string; offerId: string }, side: AskSide) {
  const ask = await Asks.find(world.ctx(), { id: idOf(of, side) });
  return ask ? askLink.token(world.ctx(), ask) : "";
}
const tell = (askId: string) => tellAsked(world.ctx(system), { askId, silence: 1000 });
const text = () => world.mails.map(({ raw }) => Buffer.from(raw).toString()).join("\n");
/** A mail's parts, decoded. */
const read = () =>
  [...text().matchAll(/base64\r?\n(?:.*\r?\n)*?\r?\n([\w+/=\r\n]+)/g)]
    .map(([, body = ""]) => Buffer.from(body, "base64").toString("utf8"))
    .join("\n");

describe("asking both sides", () => {
  it("asks each once, records it as proposed, and keeps what they answer", async () => {
    const of = await pair();
    expect(await askBoth(broker(), of)).toEqual({ asked: ["need", "offer"] });
    expect(await tell(idOf(of, "need"))).toBe("accepted");
    await tell(idOf(of, "need"));
    await tell(idOf(of, "offer"));
    expect(world.mails.map(({ to }) => to)).toEqual([of.needEmail, "holder@example.com"]);
    const token = await tokenOf(of, "need");
    expect(await seeAsk(world.ctx(), { token })).toMatchObject({
      side: "need",
      status: "open",
      other: { organisation: "供给示例大学" },
    });
    await answerAsk(world.ctx(), { token, answer: "yes", related: true });
    await expect(answerAsk(world.ctx(), { token, answer: "no", note: "改主意了" })).rejects.toMatchObject({
      reason: "matching.answered",
    });
    await answerAsk(world.ctx(), { token: await tokenOf(of, "offer"), answer: "not-now", note: "明年再说" });
    const { items } = await listAsksOf(broker(), of);
    expect(items.map(({ side, status, related, note }) => [side, status, related, note])).toEqual(
      expect.arrayContaining([
        ["need", "yes", true, undefined],
        ["offer", "not-now", false, "明年再说"],
      ]),
    );
  });

  it("asks again whom it did not suit then, by a new link; the old one opens nothing", async () => {
    const of = await pair();
    await askBoth(broker(), of);
    await expect(askBoth(broker(), of)).rejects.toMatchObject({ reason: "matching.asked" });
    const token = await tokenOf(of, "offer");
    await answerAsk(world.ctx(), { token, answer: "not-now", note: "明年再说" });
    expect(await askBoth(broker(), of)).toEqual({ asked: ["offer"] });
    await expect(seeAsk(world.ctx(), { token })).rejects.toMatchObject({ reason: "matching.ask-link" });
    expect(await seeAsk(world.ctx(), { token: await tokenOf(of, "offer") })).toMatchObject({ status: "open" });
    await tell(idOf(of, "offer"));
    expect(world.mails).toHaveLength(1);
  });

  it("writes two asks for two presses at the same moment", async () => {
    const of = await pair();
    const done = await Promise.allSettled([askBoth(broker(), of), askBoth(broker(), of)]);
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await listAsksOf(broker(), of)).items).toHaveLength(2);
    expect((await Asks.find(world.ctx(), { id: idOf(of, "need") }))?.round).toBe(1);
  });

  it("tells of each time that a side is asked, and of its answer, without a person", () => {
    const ask = { id: "ask_1", demandId: "dem_1", status: "open", contact: { name: "赵示例", email: "a@example.com" } };
    const data = { askId: "ask_1", demandId: "dem_1" };
    const derive = (before: object | undefined, after: object) =>
      deriveMatchEvents["match-ask"]?.({ before, after } as unknown as Parameters<
        NonNullable<(typeof deriveMatchEvents)[string]>
      >[0]);
    expect(derive(undefined, ask)).toEqual([{ name: "match.asked", data }]);
    expect(derive(ask, { ...ask, status: "not-now" })).toEqual([{ name: "match.answered", data }]);
    expect(derive({ ...ask, status: "not-now" }, ask)).toEqual([{ name: "match.asked", data }]);
    expect(derive(ask, { ...ask, contact: { name: "", email: "" } })).toEqual([]);
  });

  it("wants a reason for a no, and takes no answer for a link that is not one", async () => {
    const of = await pair();
    await askBoth(broker(), of);
    const token = await tokenOf(of, "need");
    await expect(answerAsk(world.ctx(), { token, answer: "no" })).rejects.toMatchObject({ fields: [{ field: "note" }] });
    const other = `${idOf(of, "offer")}.${token.split(".")[1]}`;
    await expect(answerAsk(world.ctx(), { token: other, answer: "yes" })).rejects.toMatchObject({ reason: "matching.ask-link" });
  });

  it("never shows what is a trade secret to the other side", async () => {
    const of = await pair({ secret: true });
    await askBoth(broker(), of);
    await tell(idOf(of, "offer"));
    const seen = await seeAsk(world.ctx(), { token: await tokenOf(of, "offer") });
    expect(seen.other.title["zh-CN"]).toContain("核桃破壳取仁");
    expect(JSON.stringify(seen)).not.toContain("不可告人");
    expect(read()).toContain("核桃破壳取仁");
    expect(read()).not.toContain("不可告人");
  });

  it("says where there is nobody to ask, and shows nothing of what was taken back", async () => {
    const none = await pair({ email: "" });
    await expect(askBoth(broker(), none)).rejects.toMatchObject({ reason: "matching.no-contact-offer" });
    expect((await listAsksOf(broker(), none)).items).toEqual([]);
    const of = await pair();
    await askBoth(broker(), of);
    await withdrawDemand(world.ctx(staff("organiser")), { demandId: of.demandId, version: 2, remark: "企业已停产。" });
    await expect(seeAsk(world.ctx(), { token: await tokenOf(of, "offer") })).rejects.toMatchObject({
      reason: "matching.ask-link",
    });
    expect(await tell(idOf(of, "offer"))).toBe("moved-on");
    await expect(askBoth(broker(), of)).rejects.toMatchObject({ reason: "matching.asked" });
  });

  it("shows brokers who is waited for, the longest first, and only those of their chains", async () => {
    const { items } = await listAsks(broker(), { status: "open" });
    expect(items.length).toBeGreaterThan(1);
    expect(items.map(({ since }) => since)).toEqual(items.map(({ since }) => since).sort((a, b) => a.localeCompare(b)));
    const ofTitanium = {
      kind: "staff" as const,
      id: "stf_t",
      roles: [],
      scoped: [{ role: "broker" as const, activities: [], chains: ["titanium"] }],
    };
    expect((await listAsks(world.ctx(ofTitanium), { status: "open" })).items).toEqual([]);
    await expect(listAsks(world.ctx(staff("editor")), {})).rejects.toMatchObject({ reason: "access.forbidden" });
  });

  it("is among what is held on whoever was asked, and is erased with them; the answer stays", async () => {
    const of = await pair({ email: "erased-holder@example.com" });
    await askBoth(broker(), of);
    const token = await tokenOf(of, "offer");
    await answerAsk(world.ctx(), { token, answer: "no", note: "请找李示例" });
    const people = [world.ctx().keys.digest("person", "erased-holder@example.com")];
    expect(await heldAsks(world.ctx(), people)).toMatchObject([{ kind: "match" }]);
    expect(await eraseAsks(world.ctx(system), people)).toBe(1);
    await expect(seeAsk(world.ctx(), { token })).rejects.toMatchObject({ reason: "matching.ask-link" });
    const kept = (await listAsksOf(broker(), of)).items.find(({ side }) => side === "offer");
    expect(kept).toMatchObject({ status: "no" });
    expect(kept?.note).toBeUndefined();
    expect(await listMatches(broker(), { demandId: of.demandId })).toMatchObject({ items: [] });
  });
});
