import * as z from "zod";
import { command } from "../platform/command.ts";
import { sendOnce } from "../platform/mail/ledger.ts";
import { letter } from "../platform/mail/letter.ts";
import type { MailStatus } from "../platform/mail/record.ts";
import type { Words } from "../platform/text.ts";
import { DataRequests } from "./entity.ts";
import { dataToken } from "./open.ts";

const words = {
  subject: { "zh-CN": "查看或删除您的信息", en: "See or erase your data" },
  text: {
    "zh-CN":
      "您好！通过下面的链接可以查看、下载或删除我们保存的与此邮箱有关的全部信息。链接 10 分钟内有效，只能使用一次，并且只能在申请时的浏览器里打开；如果邮件打开的是另一个浏览器，请复制链接到原来的浏览器。",
    en: "By the link below you can see, download or erase everything that we hold on this address. It works once, within 10 minutes, and only in the browser where it was asked for; if your mail opens another browser, copy the link into the first one.",
  },
  button: { "zh-CN": "查看我的信息", en: "See my data" },
  why: {
    "zh-CN": "您收到这封邮件，是因为有人在网站上填写了此邮箱。如果不是您本人操作，不必理会，不会有任何改变。",
    en: "You receive this because somebody entered this address on our site. If it was not you, do nothing: nothing changes.",
  },
} satisfies Record<string, Words>;

/** Sends the link that was asked for, once, however often the event comes; a later request takes its place. */
export const sendDataLink = command({
  input: z.object({ person: z.string(), requestId: z.string(), silence: z.number() }),
  access: "system",
  async run(ctx, { person, requestId, silence }): Promise<MailStatus | "moved-on"> {
    const request = await DataRequests.find(ctx, { person });
    if (!request?.email || request.id !== requestId) return "moved-on";
    const { locale, email: address } = request;
    const href = `${ctx.origin}${locale === "en" ? "/en" : ""}/my/data/${dataToken(ctx, request)}`;
    const { html, text } = letter(
      locale,
      words.subject[locale],
      [
        { kind: "text", text: words.text[locale] },
        { kind: "button", text: words.button[locale], href },
      ],
      [{ kind: "text", text: words.why[locale] }],
    );
    const message = { to: { address }, subject: words.subject[locale], html, text, locale };
    return sendOnce(ctx, { key: `${requestId}-data-link`, template: "data-link", message, silence });
  },
});
