import { describe, expect, it } from "vitest";
import { publishedActivity } from "../../../../tests/support/activities.ts";
import { ticketHolder } from "../../../../tests/support/door.ts";
import { embedded, staff, system } from "../../../../tests/support/embedded.ts";
import { parseMail } from "../../../../tests/support/inbox.ts";
import { cancelActivity, cancelRegistration, editActivity, getActivity } from "../activity/index.ts";
import { deriveActivityEvents } from "../activity/reactions.ts";
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
