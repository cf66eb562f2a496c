import { unsubscribeUrl } from "../campaign/index.ts";
import { listHeaders } from "../campaign/reactions.ts";
import { topics } from "../campaign/topics-schema.ts";
import type { Ctx } from "../platform/context.ts";
import type { Message } from "../platform/mail/compose.ts";
import { type Block, letter, myDataLink } from "../platform/mail/letter.ts";
import { fill, type Locale, say, type Words } from "../platform/text.ts";
import type { Listed } from "./recent.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
const words = {
  subject: w("您关注的产业链本周新增 {n} 项", "{n} new in the chains you follow"),
  project: w("项目", "Project"),
  demand: w("需求", "Need"),
  why: w("您收到这封邮件，是因为您选择了“{topic}”。", "You receive this because you chose “{topic}”."),
  unsubscribe: w("退订或选择想收到的邮件", "Unsubscribe, or choose what you get"),
};

interface Reader {
  readonly person: string;
  readonly email: string;
  readonly name?: string | undefined;
  readonly locale?: Locale | undefined;
}

/** The weekly mail: each new listing with its kind and a link. */
export function digestLetter(ctx: Ctx, { person, email, name, locale = "zh-CN" }: Reader, listings: readonly Listed[]): Message {
  const base = locale === "en" ? `${ctx.origin}/en` : ctx.origin;
  const subject = fill(words.subject[locale], { n: listings.length });
  const unsubscribe = unsubscribeUrl(ctx, person);
  const blocks = listings.map(
    ({ kind, id, title }): Block => ({
      kind: "link",
      text: `${words[kind][locale]} · ${say(title, locale)}`,
      href: `${base}/${kind}s/${id}/`,
    }),
  );
  const { html, text } = letter(locale, subject, blocks, [
    { kind: "text", text: fill(words.why[locale], { topic: topics.listings.label[locale] }) },
    { kind: "link", text: words.unsubscribe[locale], href: unsubscribe },
    myDataLink(ctx.origin, locale),
  ]);
  const to = { address: email, ...(name ? { name } : {}) };
  return { to, subject, html, text, locale, headers: listHeaders(ctx, unsubscribe) };
}
