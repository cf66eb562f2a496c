import * as z from "zod";
import { getActivity } from "../activity/index.ts";
import { reachMember } from "../identity/index.ts";
import { command } from "../platform/command.ts";
import { asSystem, type Ctx } from "../platform/context.ts";
import type { Message } from "../platform/mail/compose.ts";
import { sendOnce } from "../platform/mail/ledger.ts";
import { type Block, letter } from "../platform/mail/letter.ts";
import { fill, type Locale, type Localised, say, type Words } from "../platform/text.ts";
import { formatTime } from "../platform/time.ts";
import { Calls, Scores, scoresBy } from "./entity.ts";
import { isOpen } from "./jury-view.ts";
import { partOfRoadshow } from "./scope.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

const words = {
  subject: w("请评审路演项目：{activity}", "Projects to score: {activity}"),
  text: w(
    "{name}，您好！“{activity}”现在有 {count} 个项目等您评分，请在 {until} 前提交。与某个项目有利益关系时，请在评审页面声明回避。",
    "Dear {name}, for “{activity}” there are now {count} project(s) for you to score. Please hand in before {until}. If you are in conflict with one of them, declare it on its page.",
  ),
  open: w("打开评审页面", "Open the jury's desk"),
  why: w(
    "您收到这封邮件，是因为主办方把路演项目分配给您评审。有新的分配时才会再次通知。",
    "You receive this because the organiser gave you projects of a roadshow to score. We write again only when you are given others.",
  ),
};

/**
 * Tells a juror that there is something new to score: once for each step by which an organiser assigns, however many projects that gives them. Nothing is
 * sent where nothing waits any more, scoring has closed, or the juror is none any more. The mail names no project.
 */
export const tellJuror = command({
  input: z.object({ activityId: z.string(), jurorId: z.string(), silence: z.number() }),
  access: "system",
  async run(ctx, { activityId, jurorId, silence }): Promise<boolean> {
    const system = asSystem(ctx, "roadshow");
    const [activity, call, part] = await Promise.all([
      getActivity(system, { activityId }),
      Calls.find(ctx, { activityId }),
      partOfRoadshow(ctx, { activityId }),
    ]);
    if (!call || activity.status !== "published" || call.result || !isOpen(ctx, call)) return false;
    const [juror, count] = await Promise.all([reachMember(ctx, jurorId, "jury", part), waitingFor(ctx, activityId, jurorId)]);
    if (!juror || count === 0) return false;
    const step = ctx.keys.digest("jury-mail", `${activityId}|${jurorId}|${ctx.requestId}`);
    const message = juryLetter(ctx, juror, { ...activity, count, until: call.scoringClosesAt });
    await sendOnce(ctx, { key: `roadshow-jury-${step}`, template: "roadshow-jury", message, silence });
    return true;
  },
});

async function waitingFor(ctx: Ctx, activityId: string, jurorId: string): Promise<number> {
  const list = { index: "byOwner", pk: scoresBy(jurorId), begins: `${activityId}#`, limit: 500 } as const;
  const { items } = await Scores.list(ctx, list);
  return items.filter(({ status }) => status === "assigned" || status === "draft").length;
}

interface Work {
  readonly title: Localised;
  readonly timeZone: string;
  readonly count: number;
  readonly until: string;
}

function juryLetter(
  ctx: Ctx,
  { name, email, locale }: { readonly name: string; readonly email: string; readonly locale: Locale },
  { title, timeZone, count, until }: Work,
): Message {
  const params = { name, activity: say(title, locale), count, until: formatTime(until, locale, timeZone) };
  const subject = fill(words.subject[locale], params);
  const blocks: Block[] = [
    { kind: "text", text: fill(words.text[locale], params) },
    { kind: "button", text: words.open[locale], href: `${ctx.origin}/console/jury` },
  ];
  const { html, text } = letter(locale, subject, blocks, [{ kind: "text", text: words.why[locale] }]);
  return { to: { address: email, name }, subject, html, text, locale };
}
