import { describe, expect, it } from "vitest";
import { publishedActivity } from "../../../../tests/support/activities.ts";
import { letIn, ticketHolder } from "../../../../tests/support/door.ts";
import { anyone, embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { answerSurvey, seeSurvey } from "./answer.ts";
import { Tickets } from "./entity.ts";
import { eraseSurveys, heldSurveys } from "./held.ts";
import { surveyToken } from "./link.ts";
import { listTexts, seeResults } from "./results.ts";
import { closeSurvey, getSurvey, openSurvey, writeSurvey } from "./run-survey.ts";
import { sendSurveys } from "./send-surveys.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const day = 86_400_000;
const questions = [
  { id: "q1", kind: "rating" as const, label: { "zh-CN": "总体评价", en: "Overall" }, required: true },
  {
    id: "q2",
    kind: "choice" as const,
    label: { "zh-CN": "收获" },
    many: true,
    options: [
      { id: "a", label: { "zh-CN": "找到合作" } },
      { id: "b", label: { "zh-CN": "了解政策" } },
    ],
  },
  { id: "q3", kind: "text" as const, label: { "zh-CN": "建议" } },
];

/** A survey on an activity that is over, to which so many came. */
async function surveyed(came: number, staying = 0) {
  const activityId = await publishedActivity(world, 50);
  const people = [];
  for (let n = 0; n < came; n++) {
    const holder = await ticketHolder(world, activityId, `来者${n}`);
    await letIn(world, activityId, holder.code);
    people.push(holder);
  }
  const absent = [];
  for (let n = 0; n < staying; n++) absent.push(await ticketHolder(world, activityId, `缺席${n}`));
  await writeSurvey(organiser(), { activityId, version: 0, questions });
  const { opensAt } = await openSurvey(organiser(), { activityId, version: 1 });
  world.clock.now = new Date(opensAt);
  return { activityId, people, absent };
}
const send = () => sendSurveys(world.ctx(system), { milliseconds: 1000, silence: 60_000 });
const tokenOf = ({ registration: { activityId, person, id: registrationId } }: Awaited<ReturnType<typeof ticketHolder>>) =>
  surveyToken(world.ctx(), { activityId, person, registrationId });
const answer = (token: string, answers: Parameters<typeof answerSurvey>[1]["answers"]) =>
  answerSurvey(world.ctx(anyone), { token, answers });

describe("a survey", () => {
  it("invites those who came, each once, in their language; and who turns out to have come later", async () => {
    const { activityId, people, absent } = await surveyed(2, 2);
    await Promise.all([send(), send()]);
    await send();
    const written = () => world.mails.map(({ to }) => to).toSorted((a, b) => a.localeCompare(b));
    const addresses = (of: readonly { email: string }[]) => of.map(({ email }) => email).toSorted((a, b) => a.localeCompare(b));
    expect(written()).toEqual(addresses(people));
    expect(await seeResults(organiser(), { activityId })).toMatchObject({ invited: 2 });
    const [late] = absent as [(typeof absent)[0]];
    await letIn(world, activityId, late.code);
    await send();
    expect(written()).toEqual(addresses([...people, late]));
    expect(await seeResults(organiser(), { activityId })).toMatchObject({ invited: 3 });
  });

  it("takes one answer a ticket, also of two that are sent at once", async () => {
    const { activityId, people } = await surveyed(1);
    await send();
    const token = tokenOf(people[0] as (typeof people)[0]);
    const tries = await Promise.allSettled([answer(token, { q1: "5" }), answer(token, { q1: "1" })]);
    expect(tries.map(({ status }) => status).toSorted((a, b) => a.localeCompare(b))).toEqual(["fulfilled", "rejected"]);
    await expect(answer(token, { q1: "3" })).rejects.toMatchObject({ reason: "survey.answered" });
    expect(await seeResults(organiser(), { activityId })).toMatchObject({ answers: 1, invited: 1 });
    expect(await seeSurvey(world.ctx(anyone), { token })).toMatchObject({ answered: true });
  });

  it("keeps answers apart from people: no record leads from one to the other", async () => {
    const { activityId, people } = await surveyed(2);
    await send();
    const [first, second] = people as [(typeof people)[0], (typeof people)[0]];
    world.clock.advance(3_600_000);
    await answer(tokenOf(first), { q1: "1", q3: "茶水不够" });
    world.clock.advance(3_600_000);
    await answer(tokenOf(second), { q1: "5" });
    const items = (await world.scan()).filter((item) => item.type === "survey-answer" && item.activityId === activityId);
    expect(items).toHaveLength(2);
    const text = JSON.stringify(items);
    for (const { email, person, registration } of people)
      for (const secret of [email, person, registration.id]) expect(text).not.toContain(secret);
    // What else a record says is the same for all of them.
    const rest = items.map(({ pk: _pk, sk: _sk, id: _id, answers: _answers, activityId: _a, ...more }) => more);
    expect(rest[0]).toEqual(rest[1]);
  });

  it("counts ratings and choices and lists texts for those who run it", async () => {
    const { activityId, people } = await surveyed(3);
    await send();
    const [a, b, c] = people.map(tokenOf) as [string, string, string];
    await answer(a, { q1: 4, q2: ["a", "b"], q3: "很好" });
    await answer(b, { q1: 5, q2: "a" });
    await answer(c, { q1: 4 });
    const { questions: results } = await seeResults(organiser(), { activityId });
    expect(results[0]).toMatchObject({ answered: 3, mean: 4.33 });
    expect(results[0]?.counts.map(({ count }) => count)).toEqual([0, 0, 0, 2, 1]);
    expect(results[1]?.counts).toMatchObject([
      { id: "a", count: 2 },
      { id: "b", count: 1 },
    ]);
    expect(results[2]).toMatchObject({ answered: 1, counts: [] });
    expect((await listTexts(organiser(), { activityId, question: "q3" })).items.map(({ text }) => text)).toEqual(["很好"]);
    await expect(seeResults(world.ctx(anyone), { activityId })).rejects.toMatchObject({ reason: "access.sign-in" });
  });

  it("refuses what the questions do not allow, a forged link, and what comes outside its window", async () => {
    const { activityId, people } = await surveyed(1);
    await send();
    const token = tokenOf(people[0] as (typeof people)[0]);
    for (const wrong of [{}, { q1: "6" }, { q1: "5", q2: ["z"] }])
      await expect(answer(token, wrong)).rejects.toMatchObject({ reason: "input.invalid" });
    await expect(answer(`${token.slice(0, -2)}xx`, { q1: 5 })).rejects.toMatchObject({ reason: "survey.not-found" });
    await expect(
      writeSurvey(organiser(), { activityId, version: (await getSurvey(organiser(), { activityId })).version, questions }),
    ).rejects.toMatchObject({ reason: "survey.opened" });
    world.clock.advance(14 * day);
    await expect(answer(token, { q1: 5 })).rejects.toMatchObject({ reason: "survey.closed" });
    await send();
    expect(await getSurvey(organiser(), { activityId })).toMatchObject({ status: "closed" });
    const other = await surveyed(1);
    await send();
    await closeSurvey(organiser(), { activityId: other.activityId, version: (await getSurvey(organiser(), other)).version });
    await expect(answer(tokenOf(other.people[0] as (typeof people)[0]), { q1: 5 })).rejects.toMatchObject({
      reason: "survey.closed",
    });
  });

  it("is in the person's own data, and goes with them", async () => {
    const { activityId, people } = await surveyed(1);
    await send();
    const [{ person }] = people as [(typeof people)[0]];
    expect(await heldSurveys(world.ctx(system), [person])).toMatchObject([{ kind: "survey", id: activityId }]);
    expect(await eraseSurveys(world.ctx(system), [person])).toBe(1);
    expect(await heldSurveys(world.ctx(system), [person])).toEqual([]);
    expect(await Tickets.find(world.ctx(system), { activityId, person })).toBeUndefined();
  });
});
