import type { Ctx } from "../platform/context.ts";
import type { Message } from "../platform/mail/compose.ts";
import { type Block, letter } from "../platform/mail/letter.ts";
import { fill, type Locale, type Words } from "../platform/text.ts";
import type { Contact } from "./entity.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** The mails that members of staff get, named by the event that makes them; `link` and `use-passkey` answer the same question. */
export const letters = {
  invited: {
    subject: w("邀请您加入灵犀工作台", "You are invited to the Lingxi console"),
    text: w(
      "{name}，您好！管理员为您开通了灵犀工作台。请打开工作台，填写这个邮箱，我们把一次性登录链接发给您；登录后建立通行密钥，以后不再需要邮件。",
      "Dear {name}, an administrator has opened the Lingxi console for you. Open it and enter this address: we send you a sign-in link that works once. Then make a passkey, and you will need no mail any more.",
    ),
    button: w("打开工作台", "Open the console"),
  },
  link: {
    subject: w("灵犀工作台登录链接", "Your sign-in link for the Lingxi console"),
    text: w(
      "{name}，您好！点击下面的按钮，再在打开的页面上确认登录。链接 10 分钟内有效，只能用一次，并且只能在申请它的浏览器中打开。",
      "Dear {name}, press the button below and confirm on the page that opens. The link works once, within 10 minutes, and only in the browser where it was asked for.",
    ),
    button: w("登录工作台", "Sign in to the console"),
  },
  "use-passkey": {
    subject: w("请用通行密钥登录灵犀工作台", "Sign in to the Lingxi console with your passkey"),
    text: w(
      "{name}，您好！您已建立通行密钥，请用它登录，不需要链接。通行密钥全部丢失时，请联系两位管理员为您恢复。",
      "Dear {name}, you have a passkey: sign in with it, no link is needed. If you have lost all of them, ask two administrators for recovery.",
    ),
    button: w("打开工作台", "Open the console"),
  },
  "recovery-confirmed": {
    subject: w("您可以重新登录灵犀工作台", "You can get back into the Lingxi console"),
    text: w(
      "{name}，您好！两位管理员已同意为您恢复登录。请在 24 小时内打开工作台，填写这个邮箱，我们把一次性登录链接发给您。用它登录时，原来的通行密钥会全部失效。",
      "Dear {name}, two administrators have agreed to let you in again. Open the console within 24 hours and enter this address: we send you a sign-in link that works once. When you use it, all your old passkeys stop working.",
    ),
    button: w("打开工作台", "Open the console"),
  },
  "passkey-added": {
    subject: w("灵犀工作台：新增了通行密钥", "Lingxi console: a passkey was added"),
    text: w("{name}，您好！您的账号新增了一个通行密钥。", "Dear {name}, a passkey was added to your account."),
    button: w("查看我的登录", "See my sign-in"),
  },
  "passkey-removed": {
    subject: w("灵犀工作台：移除了通行密钥", "Lingxi console: a passkey was removed"),
    text: w("{name}，您好！您的账号移除了一个通行密钥。", "Dear {name}, a passkey was removed from your account."),
    button: w("查看我的登录", "See my sign-in"),
  },
  "passkey-blocked": {
    subject: w("灵犀工作台：通行密钥可能被复制，已停用", "Lingxi console: a passkey may have been copied and is blocked"),
    text: w(
      "{name}，您好！有人用您的一个通行密钥登录，它的计数器倒退了，可能被复制，我们已停用它。请用另一个通行密钥登录并移除它。",
      "Dear {name}, somebody signed in with one of your passkeys, and its counter went backwards: it may have been copied, so we blocked it. Sign in with another one and remove it.",
    ),
    button: w("查看我的登录", "See my sign-in"),
  },
  "session-suspicious": {
    subject: w("灵犀工作台：一次可疑的登录已结束", "Lingxi console: a suspicious session was ended"),
    text: w(
      "{name}，您好！您的一次登录换了浏览器在使用，或旧凭据又被使用，我们已立即结束它。如果不是您本人，请登录后退出其他设备。",
      "Dear {name}, one of your sessions turned up in another browser, or with an old key, and we ended it at once. If that was not you, sign in and sign out all other devices.",
    ),
    button: w("查看我的登录", "See my sign-in"),
  },
} as const satisfies Record<string, { subject: Words; text: Words; button: Words }>;
export type IdentityLetter = keyof typeof letters;

const notMe = w("如果不是您本人操作，请立即告诉管理员。", "If this was not you, tell an administrator at once.");
const about = w(
  "您收到这封邮件，是因为这个邮箱属于灵犀工作台的一位成员。",
  "You receive this because this address belongs to a member of staff of the Lingxi console.",
);

/** A mail to one member; `path` is where its button leads. */
export function identityLetter(ctx: Ctx, name: IdentityLetter, to: Contact, locale: Locale, path: string): Message {
  const words = letters[name];
  const subject = words.subject[locale];
  const blocks: Block[] = [
    { kind: "text", text: fill(words.text[locale], { name: to.name }) },
    { kind: "button", text: words.button[locale], href: `${ctx.origin}${path}` },
    { kind: "text", text: notMe[locale] },
  ];
  const { html, text } = letter(locale, subject, blocks, [{ kind: "text", text: about[locale] }]);
  return { to: { address: to.email, name: to.name }, subject, html, text, locale };
}
