import type { activityAtDoor } from "../activity/index.ts";
import { fill, type Locale, say, type Words } from "../platform/text.ts";
import { formatRange } from "../platform/time.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
const words = {
  subject: w("邀请您参加：{title}", "You are invited: {title}"),
  body: w(
    "{{name}}，您好！\n\n诚邀您参加“{title}”。\n\n**时间**：{when}\n\n**地点**：{venue}\n\n{summary}",
    "Dear {{name}},\n\nyou are invited to “{title}”.\n\n**When**: {when}\n\n**Where**: {venue}\n\n{summary}",
  ),
};

/** The draft of an invitation, to be read and changed before it is tested and sent. The button with the guest's own link is put below it. */
export function draftFor(activity: Awaited<ReturnType<typeof activityAtDoor>>) {
  const t = (text: Words, locale: Locale) =>
    fill(text[locale].replaceAll("{{name}}", "{{name}}"), {
      title: say(activity.title, locale),
      when: formatRange(activity.startsAt, activity.endsAt, locale, activity.timeZone),
      venue: say(activity.venue, locale),
      summary: say(activity.summary, locale),
      name: "{name}",
    });
  const both = (text: Words) => ({ "zh-CN": t(text, "zh-CN"), en: t(text, "en") });
  const short = ({ "zh-CN": zh, en }: ReturnType<typeof both>) => ({ "zh-CN": zh.slice(0, 120), en: en.slice(0, 120) });
  return { kind: "public-service" as const, subject: short(both(words.subject)), body: both(words.body) };
}
