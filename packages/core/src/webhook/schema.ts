import * as z from "zod";
import { reason } from "../platform/reason.ts";
import { labelled, line } from "../platform/schema.ts";
import { tidy } from "../platform/text.ts";
import { hookEventNames } from "./kinds-schema.ts";

export {
  callTroubles,
  type DeliveryStatus,
  type DisabledBecause,
  deliveryStatuses,
  disabledReasons,
  type HookEvent,
  hookEventNames,
  hookEvents,
  testEvent,
  type WebhookStatus,
  webhookStatuses,
} from "./kinds-schema.ts";

const webAddress = (text: string) => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hash } = new URL(text);
  return (protocol === "https:" || protocol === "http:") && !username && !password && !hash;
};

const Address = z
  .string()
  .max(1000)
  .transform((text) => tidy(text))
  .refine(webAddress, {
    params: {
      words: {
        "zh-CN": "“接收地址”要写成 https://… 的完整地址，不能带用户名、密码或 # 号。",
        en: "Address: write it in full as https://…, without a user name, a password or a # part.",
      },
    },
  })
  .transform((text) => new URL(text).href);

export const WebhookContent = z.object({
  url: labelled(Address, "接收地址", "Address", {
    "zh-CN": "必须是公网可以访问的 https 地址。",
    en: "An https address that can be reached from the public internet.",
  }),
  events: labelled(
    z
      .array(z.enum(hookEventNames))
      .min(1)
      .max(30)
      .transform((all) => [...new Set(all)]),
    "事件",
    "Events",
  ),
  note: labelled(line(120, 0).default(""), "备注", "Note"),
});
export type WebhookContent = z.infer<typeof WebhookContent>;

export const mostWebhooks = 20;

/** Seconds from one attempt to the next: eight attempts within a day. */
export const waits = [60, 300, 900, 3600, 10_800, 21_600, 43_200] as const;

export const webhookMissing = reason(
  "webhook.not-found",
  "not-found",
  "没有找到这个推送地址，可能已经删除。请从列表重新选择。",
  "There is no such webhook; it may have been removed. Choose one from the list.",
);
export const deliveryMissing = reason(
  "webhook.delivery-not-found",
  "not-found",
  "没有找到这条推送记录，记录只保存 30 天。",
  "There is no such delivery; they are kept for 30 days.",
);
export const addressPrivate = reason(
  "webhook.private",
  "invalid",
  "这个地址指向内网或本机，不能作为接收地址。请使用公网地址。",
  "This address leads into a private network or to this machine. Use a public one.",
);
export const addressUnresolved = reason(
  "webhook.unresolved",
  "invalid",
  "找不到这个域名。请检查接收地址是否写对。",
  "This name cannot be resolved. Check the address.",
);
export const addressInsecure = reason(
  "webhook.insecure",
  "invalid",
  "接收地址必须以 https:// 开头，否则内容会明文传输。",
  "The address has to begin with https://; otherwise everything would go unencrypted.",
);
export const tooManyWebhooks = reason(
  "webhook.too-many",
  "limit-exceeded",
  "最多可以有 20 个推送地址。请先删除不用的。",
  "There can be 20 webhooks at most. Remove one that is not used.",
);
export const webhookIdle = reason(
  "webhook.idle",
  "conflict",
  "这个推送地址已停用。请先启用，再发送。",
  "This webhook is switched off. Switch it on first.",
);
