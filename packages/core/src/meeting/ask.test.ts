import { cancelRegistration } from "@lingxi/core/activity";
import { describe, expect, it } from "vitest";
import { ticketHolder } from "../../../../tests/support/door.ts";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { afternoon, agree, guest, matchmaking } from "../../../../tests/support/meetings.ts";
import { publishDemand, submitDemand } from "../demand/index.ts";
import { answerRequest, askToMeet, rankWish, withdrawRequest } from "./ask.ts";
import { readDesk } from "./desk.ts";
import { findPeople } from "./find-people.ts";
import { blockPerson, followRegistration, leaveMeetings } from "./leave.ts";
import { readOwnMeetings } from "./read-own.ts";
import { saveProfile } from "./save-profile.ts";
import { decideTwin } from "./twins.ts";

const world = embedded();
const ctx = () => world.ctx();
const own = (token: string) => readOwnMeetings(ctx(), { token });
const two = async (a = {}, b = {}) => {
  const activityId = await matchmaking(world);
  return { activityId, one: await guest(world, activityId, "甲", a), other: await guest(world, activityId, "乙", b) };
};

describe("an invitation", () => {
  it("waits for the other side, and is a meeting once that side accepts", async () => {
    const { one, other, activityId } = await two();
    expect(await askToMeet(ctx(), { token: one.token, other: other.id })).toEqual({ status: "asked" });
    expect((await own(other.token)).waiting).toMatchObject([{ id: one.id, name: "甲", status: "asked" }]);
    const desk = () => readDesk(world.ctx(staff("organiser")), { activityId });
    expect((await desk()).figures).toMatchObject({ asked: 1, accepted: 0 });
    expect(await answerRequest(ctx(), { token: other.token, other: one.id, answer: "accept" })).toEqual({ status: "accepted" });
    expect((await desk()).figures).toMatchObject({ asked: 0, accepted: 1 });
    expect((await own(one.token)).wishes).toMatchObject([{ id: other.id, status: "accepted" }]);
  });

  it("is accepted by inviting whoever invited first, and said twice changes nothing", async () => {
    const { one, other } = await two();
    await askToMeet(ctx(), { token: one.token, other: other.id });
    expect(await askToMeet(ctx(), { token: other.token, other: one.id })).toEqual({ status: "accepted" });
    expect(await answerRequest(ctx(), { token: other.token, other: one.id, answer: "accept" })).toEqual({ status: "accepted" });
    await expect(askToMeet(ctx(), { token: one.token, other: other.id })).rejects.toMatchObject({
      reason: "meeting.asked-already",
    });
  });

  it("expires, cannot be accepted then, and may be sent again", async () => {
    const { one, other } = await two();
    await askToMeet(ctx(), { token: one.token, other: other.id });
    world.clock.advance(49 * 3_600_000);
    const late = answerRequest(ctx(), { token: other.token, other: one.id, answer: "accept" });
    await expect(late).rejects.toMatchObject({ reason: "meeting.request-over" });
    expect((await own(one.token)).wishes).toMatchObject([{ status: "expired" }]);
    expect(await askToMeet(ctx(), { token: one.token, other: other.id })).toEqual({ status: "asked" });
  });

  it("that was declined is not sent again; the one who declined may ask", async () => {
    const { one, other } = await two();
    await askToMeet(ctx(), { token: one.token, other: other.id });
    await answerRequest(ctx(), { token: other.token, other: one.id, answer: "decline" });
    await expect(askToMeet(ctx(), { token: one.token, other: other.id })).rejects.toMatchObject({ reason: "meeting.declined" });
    expect(await askToMeet(ctx(), { token: other.token, other: one.id })).toEqual({ status: "asked" });
  });

  it("is not answered by the one who sent it, nor withdrawn by the one who got it", async () => {
    const { one, other } = await two();
    await askToMeet(ctx(), { token: one.token, other: other.id });
    const reason = "meeting.request-over";
    await expect(answerRequest(ctx(), { token: one.token, other: other.id, answer: "accept" })).rejects.toMatchObject({ reason });
    await expect(withdrawRequest(ctx(), { token: other.token, other: one.id })).rejects.toMatchObject({ reason });
    expect(await withdrawRequest(ctx(), { token: one.token, other: other.id })).toEqual({ status: "withdrawn" });
    await expect(answerRequest(ctx(), { token: other.token, other: one.id, answer: "accept" })).rejects.toMatchObject({ reason });
  });

  it("is refused to oneself, to nobody, without a common time, and once the time is over", async () => {
    const { one, other } = await two({ slots: [0, 1] }, { slots: [2, 3] });
    const ask = (id: string) => askToMeet(ctx(), { token: one.token, other: id });
    await expect(ask(one.id)).rejects.toMatchObject({ reason: "meeting.self" });
    await expect(ask("mtp_nobody")).rejects.toMatchObject({ reason: "meeting.person-missing" });
    await expect(ask(other.id)).rejects.toMatchObject({ reason: "meeting.no-common-time" });
    world.clock.advance(4 * 86_400_000);
    await expect(ask(other.id)).rejects.toMatchObject({ reason: "meeting.asks-over" });
  });

  it("keeps wishes in the order in which they were put", async () => {
    const activityId = await matchmaking(world);
    const one = await guest(world, activityId, "甲");
    const names = ["乙", "丙", "丁"];
    const others = [];
    for (const name of names) others.push(await guest(world, activityId, name));
    for (const { id } of others) await askToMeet(ctx(), { token: one.token, other: id });
    await rankWish(ctx(), { token: one.token, other: others[2]?.id ?? "", move: "up" });
    expect((await own(one.token)).wishes.map(({ name }) => name)).toEqual(["乙", "丁", "丙"]);
  });
});

describe("a profile", () => {
  it("needs a seat, times that are slots, and the consent", async () => {
    const activityId = await matchmaking(world);
    const { token } = await ticketHolder(world, activityId, "丁");
    const { slot } = afternoon(world);
    const said = { token, brings: "钛合金", times: [slot(0)], consent: true };
    await expect(saveProfile(ctx(), { ...said, times: [] })).rejects.toMatchObject({ fields: [{ field: "times" }] });
    await expect(saveProfile(ctx(), { ...said, times: ["2026-01-01T00:00:00Z"] })).rejects.toMatchObject({
      fields: [{ field: "times" }],
    });
    await expect(saveProfile(ctx(), { ...said, consent: undefined })).rejects.toMatchObject({ fields: [{ field: "consent" }] });
    await saveProfile(ctx(), said);
    await cancelRegistration(ctx(), { token });
    await expect(saveProfile(ctx(), said)).rejects.toMatchObject({ reason: "meeting.seat-needed" });
  });

  it("of the same name and organisation under a second address is refused, until the first leaves", async () => {
    const { activityId, one } = await two();
    await expect(guest(world, activityId, "甲")).rejects.toMatchObject({ reason: "meeting.twice" });
    await leaveMeetings(ctx(), { token: one.token });
    await guest(world, activityId, "甲");
  });

  it("is shown to the organiser, who keeps two people apart; the same person stays refused", async () => {
    const { activityId } = await two();
    const organiser = world.ctx(staff("organiser"));
    const again = await ticketHolder(world, activityId, "甲");
    const times = (await own(again.token)).slots.map(({ startsAt }) => startsAt);
    const said = { token: again.token, brings: "钛合金薄壁件加工", times, consent: true };
    const refused = () => expect(saveProfile(ctx(), said)).rejects.toMatchObject({ reason: "meeting.twice" });
    await refused();
    await refused();
    const twins = async () => (await readDesk(organiser, { activityId })).twins;
    const [twin] = await twins();
    expect(await twins()).toMatchObject([{ state: "open", name: expect.stringContaining("甲") }]);
    const of = { activityId, twinId: twin?.id ?? "" };
    await expect(decideTwin(world.ctx(staff("check-in")), { ...of, state: "apart" })).rejects.toMatchObject({
      reason: "access.forbidden",
    });
    await decideTwin(organiser, { ...of, state: "same" });
    await refused();
    await decideTwin(organiser, { ...of, state: "apart" });
    await saveProfile(ctx(), said);
    await saveProfile(ctx(), { ...said, brings: "另一项技术" });
    expect(await twins()).toMatchObject([{ state: "apart" }]);
    // A third address is held against the first, as before.
    await expect(guest(world, activityId, "甲")).rejects.toMatchObject({ reason: "meeting.twice" });
    await leaveMeetings(ctx(), { token: again.token });
    await saveProfile(ctx(), said);
  });

  it("begins with what the person has listed, as the public reads it", async () => {
    const activityId = await matchmaking(world);
    const { token, email } = await ticketHolder(world, activityId, "丁");
    const form = {
      ...{ name: "丁示例", organisation: "示例公司", phone: "", consent: "yes", email, secrecy: "trade-secret" },
      ...{ title: "核桃青皮脱除", problem: "青皮脱除不净，不可告人的原因。", scenario: "用于核桃初加工。", chain: "apples" },
      ...{ ways: ["licence"], region: "weinan" },
    };
    expect((await own(token)).proposal).toBeUndefined();
    const { id: demandId } = await submitDemand(ctx(), form as unknown as Parameters<typeof submitDemand>[1]);
    expect((await own(token)).proposal).toBeUndefined();
    await publishDemand(world.ctx(staff("organiser")), { demandId, version: 1 });
    expect((await own(token)).proposal).toEqual({
      brings: undefined,
      seeks: "核桃青皮脱除：用于核桃初加工。",
      chains: ["apples"],
    });
  });

  it("is found by words and suggested with the passage that answers", async () => {
    const activityId = await matchmaking(world);
    const one = await guest(world, activityId, "甲", { brings: "资金", seeks: "苹果分选线内部褐变检测" });
    await guest(world, activityId, "乙", { brings: "近红外内部褐变检测装置，用于苹果分选线" });
    await guest(world, activityId, "丙", { brings: "光伏支架" });
    const { suggestions, items } = await findPeople(ctx(), { token: one.token });
    expect(items.map(({ name }) => name).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(["丙", "乙"]);
    expect(suggestions[0]).toMatchObject({ name: "乙", reasons: [{ whose: "mine" }, ...[]] });
    expect((await findPeople(ctx(), { token: one.token, q: "光伏" })).items).toMatchObject([{ name: "丙" }]);
  });

  it("is seen by nobody without one, nor after leaving; its meetings end with it", async () => {
    const { activityId, one, other } = await two();
    await agree(world, one, other);
    const third = await ticketHolder(world, activityId, "丙");
    await expect(findPeople(ctx(), { token: third.token })).rejects.toMatchObject({ reason: "meeting.profile-needed" });
    await leaveMeetings(ctx(), { token: one.token });
    expect((await findPeople(ctx(), { token: other.token })).items).toEqual([]);
    const left = await world.scan();
    expect(JSON.stringify(left.filter(({ type, person }) => type === "meeting-profile" && person === one.person))).not.toContain(
      "钛合金",
    );
    // Coming back brings no earlier meeting back.
    const { slot } = afternoon(world);
    await saveProfile(ctx(), { token: one.token, brings: "再来", times: [slot(0)], consent: true });
    expect((await own(one.token)).wishes).toEqual([]);
  });

  it("ends with the seat", async () => {
    const { activityId, one, other } = await two();
    await agree(world, one, other);
    await cancelRegistration(ctx(), { token: one.token });
    await followRegistration(world.ctx(system), { activityId, person: one.person });
    expect((await own(other.token)).wishes).toEqual([]);
  });

  it("that is blocked can neither be asked nor ask, until it is let in again", async () => {
    const { activityId, one, other } = await two();
    const organiser = world.ctx(staff("organiser"));
    await blockPerson(organiser, { activityId, profileId: one.id, blocked: true });
    await expect(own(one.token)).rejects.toMatchObject({ reason: "meeting.blocked" });
    await expect(askToMeet(ctx(), { token: other.token, other: one.id })).rejects.toMatchObject({
      reason: "meeting.person-missing",
    });
    await blockPerson(organiser, { activityId, profileId: one.id, blocked: false });
    expect(await askToMeet(ctx(), { token: other.token, other: one.id })).toEqual({ status: "asked" });
    await expect(blockPerson(world.ctx(staff("editor")), { activityId, profileId: one.id, blocked: true })).rejects.toMatchObject(
      {
        reason: "access.forbidden",
      },
    );
  });
});
