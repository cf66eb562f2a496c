import * as z from "zod";
import { activityAtDoor, holdersOf } from "../activity/index.ts";
import { registrationToken } from "../activity/reactions.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { sendOnce } from "../platform/mail/ledger.ts";
import { type Block, letter, myDataLink } from "../platform/mail/letter.ts";
import type { MailStatus } from "../platform/mail/record.ts";
import { fill, say, type Words } from "../platform/text.ts";
import { formatRange, formatTime } from "../platform/time.ts";
import { agendaCalendar } from "./calendar.ts";
import { Profile, Request } from "./entity.ts";
import { statusOf } from "./open.ts";
import { agendaOf } from "./read-own.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
const requestTellings = ["asked", "accepted", "declined"] as const;

const subjects: Readonly<Record<(typeof requestTellings)[number], Words>> = {
  asked: w("{name}（{organisation}）想和您会面", "{name} ({organisation}) would like to meet you"),
  accepted: w("{name}（{organisation}）同意和您会面", "{name} ({organisation}) has agreed to meet you"),
  declined: w("{name}（{organisation}）谢绝了会面", "{name} ({organisation}) has declined to meet"),
};
const bodies: Readonly<Record<(typeof requestTellings)[number], Words>> = {
  asked: w(
    "在“{title}”上，{name} 想和您一对一会面。请在 {until} 前答复，过期自动失效；双方同意后，由主办方统一安排时段和桌号。",
    "At “{title}”, {name} would like to meet you one to one. Please answer by {until}; after that the invitation lapses. Once both agree, the organiser gives the meeting a slot and a table.",
  ),
  accepted: w(
    "“{title}”的这场会面双方已同意。主办方统一安排时段和桌号后，会发日程给您。",
    "Both of you have agreed to this meeting at “{title}”. The organiser gives it a slot and a table, and then sends you your agenda.",
  ),
  declined: w(
    "“{title}”的这场会面不会安排。您可以继续邀约别人。",
    "This meeting at “{title}” will not be arranged. You can invite others.",
  ),
};
const words = {
  brings: w("对方带来", "They bring"),
  seeks: w("对方在找", "They seek"),
  page: w("查看会面", "See my meetings"),
  answer: w("查看并答复", "See and answer"),
  why: w(
    "您收到这封邮件，是因为您在上述活动填写了会面资料。可以在会面页面退出。",
    "You receive this because you filled in a meeting profile for this event. You can leave on the page of your meetings.",
  ),
  agenda: w("您的会面日程：{title}", "Your meetings: {title}"),
  agendaBody: w(
    "您的会面日程有更新，以下是最新安排。附件可以导入日历，已导入的会自动更新。",
    "Your meetings have changed; this is how they stand now. The attachment goes into your calendar and updates what is there.",
  ),
  none: w("目前没有已安排的会面。", "No meeting is arranged for you now."),
  cancelled: w("已取消：{what}", "Cancelled: {what}"),
  with: w("{name}（{organisation}），{table}", "{name} ({organisation}), {table}"),
};

/** Who is told, in which language, with the way to their page; nobody who left or gave up the seat. */
async function reader(ctx: Ctx, activityId: string, person: string) {
  const [profile, holders, activity] = await Promise.all([
    Profile.find(ctx, { activityId, person }),
    holdersOf(ctx, activityId, [person]),
    activityAtDoor(ctx, activityId),
  ]);
  const holder = holders.get(person);
  if (!profile || !holder?.email) return undefined;
  const { locale } = holder;
  const href = `${ctx.origin}${locale === "en" ? "/en" : ""}/my/meetings/${registrationToken(ctx, holder)}`;
  return { profile, holder, activity, locale, href };
}

const common = { eventId: z.string().regex(/^[\w-]{1,120}$/), activityId: z.string(), person: z.string(), silence: z.number() };

/** Tells one side of an invitation, or of its answer: one mail for each event. Says nothing once it has moved on. */
export const tellRequest = command({
  input: z.object({ ...common, telling: z.enum(requestTellings), requestId: z.string(), other: z.string() }),
  access: "system",
  async run(ctx, { eventId, telling, activityId, person, other, requestId, silence }): Promise<MailStatus | "moved-on"> {
    const [to, about, request] = await Promise.all([
      reader(ctx, activityId, person),
      Profile.find(ctx, { activityId, person: other }),
      Request.find(ctx, { activityId, from: person, to: other }),
    ]);
    if (to?.profile.status !== "in" || to.holder.status !== "confirmed" || about?.status !== "in") return "moved-on";
    if (request?.id !== requestId || statusOf(request, ctx.now().toISOString()) !== telling) return "moved-on";
    const { locale, activity, href, holder } = to;
    const title = say(activity.title, locale);
    const t = (text: Words, params: Record<string, string> = {}) => fill(text[locale], params);
    const { name, organisation } = about;
    const subject = t(subjects[telling], { name, organisation });
    const until = formatTime(request.answerBy, locale, activity.timeZone);
    const facts = [
      [t(words.brings), about.brings],
      [t(words.seeks), about.seeks ?? ""],
    ] as const;
    const blocks: Block[] = [
      { kind: "text", text: t(bodies[telling], { title, name, until }) },
      ...(telling === "declined" ? [] : [{ kind: "facts" as const, facts: facts.filter(([, text]) => text) }]),
      { kind: "button", text: t(telling === "asked" ? words.answer : words.page), href },
    ];
    const { html, text } = letter(locale, subject, blocks, [
      { kind: "text", text: t(words.why) },
      myDataLink(ctx.origin, locale),
    ]);
    const message = { to: { address: holder.email, name: holder.name }, subject, html, text, locale };
    return sendOnce(ctx, { key: `${eventId}-meeting-${telling}`, template: `meeting-${telling}`, message, silence });
  },
});

/** Sends somebody the agenda as it stands, with what changed for calendars: one mail for each change of their own plan. */
export const tellAgenda = command({
  input: z.object(common),
  access: "system",
  async run(ctx, { eventId, activityId, person, silence }): Promise<MailStatus | "moved-on"> {
    const to = await reader(ctx, activityId, person);
    if (!to) return "moved-on";
    const { agenda } = await agendaOf(ctx, activityId, person);
    const { locale, activity, href, holder } = to;
    const t = (text: Words, params: Record<string, string> = {}) => fill(text[locale], params);
    const subject = t(words.agenda, { title: say(activity.title, locale) });
    const when = (row: (typeof agenda)[number]) => formatRange(row.startsAt, row.endsAt, locale, activity.timeZone);
    const facts = agenda.map((row): [string, string] => {
      const what = t(words.with, { ...row.with, table: row.table });
      return [when(row), row.cancelled ? t(words.cancelled, { what }) : what];
    });
    const held = agenda.some(({ cancelled }) => !cancelled);
    const blocks: Block[] = [
      { kind: "text", text: t(words.agendaBody) },
      ...(held ? [] : [{ kind: "text" as const, text: t(words.none) }]),
      { kind: "facts", facts },
      { kind: "button", text: t(words.page), href },
    ];
    const { html, text } = letter(locale, subject, blocks, [
      { kind: "text", text: t(words.why) },
      myDataLink(ctx.origin, locale),
    ]);
    const ics = agendaCalendar(activity, agenda, { locale, url: href, stamp: ctx.now() });
    const message = {
      to: { address: holder.email, name: holder.name },
      subject,
      html,
      text,
      locale,
      calendar: { method: "PUBLISH" as const, ics },
    };
    return sendOnce(ctx, { key: `${eventId}-meeting-agenda`, template: "meeting-agenda", message, silence });
  },
});
