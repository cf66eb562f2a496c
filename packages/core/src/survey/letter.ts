import type { activityAtDoor, Holder } from "../activity/index.ts";
import type { Ctx } from "../platform/context.ts";
import type { Message } from "../platform/mail/compose.ts";
import { type Block, letter, myDataLink } from "../platform/mail/letter.ts";
import { fill, say, type Words } from "../platform/text.ts";
import { formatTime } from "../platform/time.ts";
import type { SurveyRecord } from "./entity.ts";
import { surveyToken } from "./link.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
const words = {
  subject: w("请评价：{title}", "How was it? {title}"),
  body: w(
    "{name}，您好！感谢您参加这次活动。请用两分钟填写问卷，帮助我们办得更好。回答是匿名的：我们只知道您是否填写过，不知道您填了什么。",
    "Dear {name}, thank you for coming. Please take two minutes for some questions, so that the next one is better. Answers are anonymous: we know whether you answered, not what.",
  ),
  until: w("截止时间", "Open until"),
  answer: w("填写问卷", "Answer the questions"),
  why: w(
    "您收到这封邮件，是因为您在活动现场签到。链接只能使用一次，请勿转发；不想填写可以不理会。",
    "You receive this because you checked in at the event. The link works once: do not pass it on. If you do not want to answer, there is nothing to do.",
  ),
};

/** The mail that invites somebody who came to answer. */
export function surveyLetter(
  ctx: Ctx,
  activity: Awaited<ReturnType<typeof activityAtDoor>>,
  { closesAt = "" }: SurveyRecord,
  { activityId, person, id: registrationId, name, email, locale }: Holder,
): Message {
  const t = (text: Words, params: Record<string, string> = {}) => fill(text[locale], params);
  const base = locale === "en" ? `${ctx.origin}/en` : ctx.origin;
  const subject = t(words.subject, { title: say(activity.title, locale) });
  const blocks: Block[] = [
    { kind: "text", text: t(words.body, { name }) },
    { kind: "facts", facts: [[t(words.until), formatTime(closesAt, locale, activity.timeZone)]] },
    {
      kind: "button",
      text: t(words.answer),
      href: `${base}/forms/survey/${surveyToken(ctx, { activityId, person, registrationId })}`,
    },
  ];
  const { html, text } = letter(locale, subject, blocks, [{ kind: "text", text: t(words.why) }, myDataLink(ctx.origin, locale)]);
  return { to: { address: email, name }, subject, html, text, locale };
}
