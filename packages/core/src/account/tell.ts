import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { sendOnce } from "../platform/mail/ledger.ts";
import { letter } from "../platform/mail/letter.ts";
import type { MailStatus } from "../platform/mail/record.ts";
import type { Locale, Words } from "../platform/text.ts";
import { AccountLinks, Accounts } from "./entity.ts";
import { accountLinks } from "./link.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

const letters = {
  "link-asked": {
    subject: w("灵犀计划登录链接", "Your sign-in link for Lingxi"),
    text: w(
      "您好！点击下面的按钮，再在打开的页面上确认登录。链接 10 分钟内有效，只能用一次，并且只能在申请它的浏览器中打开。如果邮件打开了另一个浏览器，请复制链接到原来的浏览器。",
      "Press the button below and confirm on the page that opens. The link works once, within 10 minutes, and only in the browser where it was asked for; if your mail opens another browser, copy the link into the first one.",
    ),
    button: w("登录我的账号", "Sign in to my account"),
    why: w(
      "您收到这封邮件，是因为有人在网站上用此邮箱申请登录。如果不是您本人操作，不必理会：没有这封邮件，谁也登录不了。",
      "You receive this because somebody asked to sign in with this address. If it was not you, do nothing: without this mail nobody gets in.",
    ),
  },
  "session-suspicious": {
    subject: w("灵犀计划：一次可疑的登录已结束", "Lingxi: a suspicious session was ended"),
    text: w(
      "您好！您账号的一次登录换了浏览器在使用，或旧凭据又被使用，我们已立即结束它。如果不是您本人，请登录后退出其他设备。",
      "One of your account's sessions turned up in another browser, or with an old key, and we ended it at once. If that was not you, sign in and sign out all other devices.",
    ),
    button: w("打开我的账号", "Open my account"),
    why: w(
      "您收到这封邮件，是因为这个邮箱有灵犀计划的账号。",
      "You receive this because this address has an account with Lingxi.",
    ),
  },
} as const;

export const accountTellings = ["link-asked", "session-suspicious"] as const;

/** Writes to a participant about their account, once for each event. A link that was used or is too old is not sent any more. */
export const tellParticipant = command({
  input: z.object({
    eventId: z.string().regex(/^[\w-]{1,120}$/),
    telling: z.enum(accountTellings),
    linkId: z.string().optional(),
    person: z.string().optional(),
    silence: z.number(),
  }),
  access: "system",
  async run(ctx, { eventId, telling, linkId, person, silence }): Promise<MailStatus | "moved-on"> {
    const to = telling === "link-asked" ? await asker(ctx, linkId ?? "") : await holder(ctx, person ?? "");
    if (!to?.email) return "moved-on";
    const { locale, email: address } = to;
    const { subject, text: said, button, why } = letters[telling];
    const { html, text } = letter(
      locale,
      subject[locale],
      [
        { kind: "text", text: said[locale] },
        { kind: "button", text: button[locale], href: `${ctx.origin}${locale === "en" ? "/en" : ""}/account${to.path}` },
      ],
      [{ kind: "text", text: why[locale] }],
    );
    const message = { to: { address }, subject: subject[locale], html, text, locale };
    return sendOnce(ctx, { key: `${eventId}-account-${telling}`, template: `account-${telling}`, message, silence });
  },
});

interface To {
  readonly email: string;
  readonly locale: Locale;
  readonly path: string;
}

async function asker(ctx: Ctx, id: string): Promise<To | undefined> {
  const link = await AccountLinks.find(ctx, { id });
  if (!link || link.spentAt || link.expiresOn <= ctx.now().toISOString()) return undefined;
  return { email: link.email, locale: link.locale, path: `/enter/${accountLinks.token(ctx, link)}` };
}

async function holder(ctx: Ctx, person: string): Promise<To | undefined> {
  const account = await Accounts.find(ctx, { person });
  return account && !account.closedAt ? { email: account.email, locale: account.locale, path: "" } : undefined;
}
