import { describe, expect, it } from "vitest";
import { publishedActivity } from "../../../../tests/support/activities.ts";
import { ticketHolder } from "../../../../tests/support/door.ts";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { parseMail } from "../../../../tests/support/inbox.ts";
import { acceptOffer, cancelActivity, cancelRegistration, editActivity, editAgenda, getActivity } from "../activity/index.ts";
import { deriveActivityEvents, offerSeats } from "../activity/reactions.ts";
import { MailDeferred } from "../platform/mail/mailer.ts";
import { openNotice, sendNotices } from "./reactions.ts";

const world = embedded();
const organiser = () => world.ctx(staff("organiser"));
const hour = 3_600_000;
const send = (parts = {}) => sendNotices(world.ctx(system, parts), { milliseconds: 60_000, silence: 0 });

/** What was mailed: to whom, about what, and the method, number and time of the calendar entry. */
async function mailed() {
  const mails = await Promise.all(
    world.mails.map(async ({ raw }) => {
      const { to, subject, attachments } = await parseMail(raw);
      const invite = attachments.find(({ mimeType }) => mimeType === "text/calendar");
      const content = invite?.content;
      const ics = typeof content === "string" ? content : content ? new TextDecoder().decode(content as ArrayBuffer) : "";
      const of = (name: string) => new RegExp(`^${name}[^:\\r\\n]*:(.*)$`, "m").exec(ics)?.[1]?.trim();
      return {
        to: to?.[0]?.address ?? "",
        subject,
        method: of("METHOD"),
        uid: of("UID"),
        sequence: Number(of("SEQUENCE")),
        start: of("DTSTART"),
      };
    }),
  );
  world.mails.length = 0;
  return mails.sort((a, b) => (a.to < b.to ? -1 : 1));
}

/** Changes an activity, and hears of it as the stream would tell. */
async function change(activityId: string, patch: object | "cancel") {
  const before = await getActivity(organiser(), { activityId });
  const {
    id: _i,
    status: _s,
    publishedAt: _p,
    version,
    taken: _t,
    waiting: _w,
    ...content
  } = before as never as Record<string, never>;
  const { createdAt: _c, updatedAt: _u, updatedBy: _b, ...form } = content as never as Record<string, never>;
  if (patch === "cancel") await cancelActivity(organiser(), { activityId, version: before.version });
  else await editActivity(organiser(), { ...(form as object), ...patch, activityId, version } as never);
  const after = await getActivity(organiser(), { activityId });
  const events = deriveActivityEvents.activity?.({ before: before as never, after: after as never }) ?? [];
  for (const { name, data } of events) {
    const kind = name === "activity.moved" ? "moved" : name === "activity.called-off" ? "called-off" : undefined;
    const at = world.clock.now.toISOString();
    // Delivered twice, as a bus may.
    if (kind)
      for (const _ of [1, 2])
        await openNotice(world.ctx(system), { ...(data as { activityId: string; version: number }), kind, at });
  }
  world.clock.advance(1000);
  return events.map(({ name }) => name);
}

describe("a change of an activity", () => {
  it("updates the calendars of exactly those who hold the earlier entry: the same UID, a higher SEQUENCE, once", async () => {
    const activityId = await publishedActivity(world, 2);
    const [one, gone] = [await ticketHolder(world, activityId), await ticketHolder(world, activityId)];
    await cancelRegistration(world.ctx(), { token: gone.token });
    const last = await ticketHolder(world, activityId);
    const waiting = await ticketHolder(world, activityId);
    world.clock.advance(1000);
    const { startsAt } = await getActivity(organiser(), { activityId });
    const later = new Date(new Date(startsAt).getTime() + hour).toISOString();
    expect(await change(activityId, { startsAt: later })).toContain("activity.moved");
    await send();
    await send();
    const first = await mailed();
    expect(first.map(({ to }) => to)).toEqual([one.email, last.email].sort((a, b) => (a < b ? -1 : 1)));
    expect(first.map(({ to }) => to)).not.toContain(waiting.email);
    expect(first[0]).toMatchObject({ method: "REQUEST", start: `${later.slice(0, 19).replace(/[-:]/g, "")}Z` });

    await change(activityId, { venue: { "zh-CN": "宝鸡" } });
    await send();
    const second = await mailed();
    expect(second.map(({ uid }) => uid)).toEqual(first.map(({ uid }) => uid));
    expect((second[0]?.sequence ?? 0) > (first[0]?.sequence ?? 0)).toBe(true);

    expect(await change(activityId, { description: { "zh-CN": "别的话" } })).not.toContain("activity.moved");
    expect(await change(activityId, "cancel")).toContain("activity.called-off");
    await send();
    const end = await mailed();
    expect(end.map(({ method }) => method).filter(Boolean)).toEqual(["CANCEL", "CANCEL"]);
    expect(end).toHaveLength(3);
    const ours = end.find(({ to }) => to === one.email);
    expect(ours).toMatchObject({ uid: first[0]?.uid });
    expect((ours?.sequence ?? 0) > (second[0]?.sequence ?? 0)).toBe(true);
  });

  it("is told to the rest by the next run when the transport failed in between, and to nobody twice", async () => {
    const activityId = await publishedActivity(world, 5);
    for (let i = 0; i < 4; i++) await ticketHolder(world, activityId);
    world.clock.advance(1000);
    await change(activityId, { venue: { "zh-CN": "咸阳" } });
    let calls = 0;
    const mailer = {
      from: "灵犀 <a@lingxi.example>",
      replyTo: "a@lingxi.example",
      async send(mail: (typeof world.mails)[number]) {
        if (++calls % 2 === 0) throw new MailDeferred("later");
        world.mails.push(mail);
        return { messageId: `m-${calls}` };
      },
    };
    for (let i = 0; i < 6; i++) await send({ mailer });
    const to = (await mailed()).map((mail) => mail.to);
    expect(to).toHaveLength(4);
    expect(new Set(to).size).toBe(4);
  });
});

describe("whoever is confirmed after a change", () => {
  it("has the ticket mail, and is not told of the change as well", async () => {
    const activityId = await publishedActivity(world, 1);
    const first = await ticketHolder(world, activityId);
    const waiting = await ticketHolder(world, activityId);
    await cancelRegistration(world.ctx(), { token: first.token });
    await offerSeats(world.ctx(system), { activityId });
    world.clock.advance(1000);
    await change(activityId, { venue: { "zh-CN": "铜川" } });
    await acceptOffer(world.ctx(), { token: waiting.token });
    await send();
    expect((await mailed()).filter(({ to }) => to === waiting.email)).toEqual([]);
    // The control: without the time of confirmation, the place in the queue from before the change would bring the mail.
    world.clock.advance(1000);
    await change(activityId, { venue: { "zh-CN": "延安" } });
    await send();
    expect((await mailed()).filter(({ to }) => to === waiting.email)).toHaveLength(1);
  });
});

describe("the online link", () => {
  it("is in the mail and the calendar of who is confirmed; a new one is news, and a cancelled entry does not name it", async () => {
    const activityId = await publishedActivity(world, 1);
    const seated = await ticketHolder(world, activityId);
    const waiting = await ticketHolder(world, activityId);
    world.clock.advance(1000);
    expect(await change(activityId, { onlineLink: "https://meeting.example/room-8242" })).toContain("activity.moved");
    await send();
    const raw = world.mails.map((mail) => mail.raw.toString());
    const parsed = await Promise.all(world.mails.map(async (mail) => JSON.stringify(await parseMail(mail.raw))));
    expect(parsed.filter((text) => text.includes("room-8242")).map((text) => text.includes(seated.email))).toEqual([true]);
    expect(raw).toHaveLength(1);
    world.mails.length = 0;
    await change(activityId, "cancel");
    await send();
    const told = await Promise.all(world.mails.map(async (mail) => JSON.stringify(await parseMail(mail.raw))));
    expect(told.some((text) => text.includes(waiting.email))).toBe(true);
    expect(told.filter((text) => text.includes("room-8242"))).toEqual([]);
    world.mails.length = 0;
  });
});

describe("reminders as the organiser says", () => {
  const minutes = (instant: string, by: number) => new Date(Date.parse(instant) + by * 60_000).toISOString();

  it("go out at each of the hours, and before a session, each once; whoever is confirmed between two gets the later one", async () => {
    const activityId = await publishedActivity(world, 5);
    const early = await ticketHolder(world, activityId);
    const people = [early.email];
    const { startsAt } = await getActivity(organiser(), { activityId });
    await change(activityId, { reminders: [72, 2], registrationClosesAt: startsAt });
    const { version } = await getActivity(organiser(), { activityId });
    const session = { id: "pitch", kind: "pitch" as const, title: { "zh-CN": "路演环节" } };
    const times = { startsAt: minutes(startsAt, 300), endsAt: minutes(startsAt, 360), remindHours: 1 };
    await editAgenda(organiser(), { activityId, version, agenda: { sessions: [{ ...session, ...times }] } });
    const goTo = async (instant: string) => {
      world.clock.advance(Date.parse(instant) - world.clock.now.getTime());
      await send();
      await send();
      return (await mailed()).filter(({ to }) => people.includes(to)).map(({ to, subject }) => [to, subject]);
    };
    expect(await goTo(minutes(startsAt, -73 * 60))).toEqual([]);
    expect(await goTo(minutes(startsAt, -72 * 60))).toEqual([[early.email, "即将开始：钛合金沙龙"]]);
    const late = await ticketHolder(world, activityId);
    people.push(late.email);
    expect(await goTo(minutes(startsAt, -24 * 60))).toEqual([]);
    const both = [early.email, late.email].sort((a, b) => (a < b ? -1 : 1));
    expect(await goTo(minutes(startsAt, -119))).toEqual(both.map((to) => [to, "即将开始：钛合金沙龙"]));
    expect(await goTo(minutes(startsAt, 239))).toEqual([]);
    expect(await goTo(minutes(startsAt, 240))).toEqual(both.map((to) => [to, "即将开始：路演环节"]));
  });

  it("are none where the organiser wants none, and only the last of those that were missed", async () => {
    const [none, two] = [await publishedActivity(world, 5), await publishedActivity(world, 5)];
    const [quiet, told] = [await ticketHolder(world, none), await ticketHolder(world, two)];
    await change(none, { reminders: [] });
    await change(two, { reminders: [48, 24, 3] });
    world.clock.advance(10 * 24 * hour - 2 * hour);
    await send();
    const mails = (await mailed()).map(({ to }) => to);
    expect(mails.filter((to) => to === quiet.email)).toEqual([]);
    expect(mails.filter((to) => to === told.email)).toHaveLength(1);
  });
});

describe("a reminder", () => {
  it("goes out once a day before the start, late rather than never, and not to who just registered", async () => {
    const activityId = await publishedActivity(world, 5);
    const early = await ticketHolder(world, activityId);
    const { startsAt } = await getActivity(organiser(), { activityId });
    await change(activityId, { registrationClosesAt: startsAt });
    await send();
    expect(await mailed()).toEqual([]);
    // The clock stood still for half a day.
    world.clock.advance(9.6 * 24 * hour);
    const late = await ticketHolder(world, activityId);
    await send();
    await send();
    const mails = (await mailed()).filter(({ to }) => [early.email, late.email].includes(to));
    expect(mails.map(({ to, method }) => [to, method])).toEqual([[early.email, undefined]]);
    expect(mails[0]?.subject).toContain("即将开始");
  });

  it("is not sent once the activity has begun", async () => {
    const activityId = await publishedActivity(world, 5);
    const { email } = await ticketHolder(world, activityId);
    world.clock.advance(10.1 * 24 * hour);
    await send();
    expect((await mailed()).filter(({ to }) => to === email)).toEqual([]);
  });
});
