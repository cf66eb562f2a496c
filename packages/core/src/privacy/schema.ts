import * as z from "zod";
import type { Holding } from "../consent/schema.ts";
import { reason } from "../platform/reason.ts";
import { Email, Locale } from "../platform/schema.ts";
import type { Words } from "../platform/text.ts";

export const AskForData = z.object({ email: Email, locale: Locale.default("zh-CN") });

/** What is held on one person, gathered from everywhere. */
export interface OwnData {
  readonly email: string;
  readonly holdings: readonly Holding[];
  /** Erasing was asked for and is under way. */
  readonly erasing: boolean;
}

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** What is kept when a person is erased, and why: none of it can be read as somebody's any more, but for who knows the address already. */
export const keptRecords: readonly Words[] = [
  w(
    "同意与撤回的记录（目的、文本版本、时间、来源，不含姓名和联系方式）：个人信息保护法要求能够证明处理有依据，保存三年。",
    "The record of each consent and its withdrawal (purpose, text version, time, source; no name, no contact): the law on personal information wants us to be able to prove the ground; kept for three years.",
  ),
  w(
    "拒收通知的标记（邮箱的密钥摘要）：保证以后导入的名单也不会再给您发邮件。",
    "A mark that you want no notifications (a keyed digest of the address): so that no list that is imported later brings you mail.",
  ),
  w(
    "审计轨迹和邮件发送记录：网络安全法要求留存日志。其中的个人信息用您的专属密钥加密，密钥销毁后任何人都无法读取，备份中的副本也一样。",
    "The audit trail and the log of mails: the law on network security wants logs to be kept. What is personal in them is sealed with a key of yours; once it is destroyed nobody can read it, in backups either.",
  ),
];

export const dataLinkMissing = reason(
  "privacy.link",
  "not-found",
  "链接无效、已过期，或者信息已经删除。请重新获取链接。",
  "This link is not valid: it is too old, or the data were erased. Ask for a new one.",
);
export const dataLinkElsewhere = reason(
  "privacy.link-elsewhere",
  "forbidden",
  "这个链接是在另一个浏览器里申请的，只能在那里打开，还没有用掉。请回到那个浏览器打开（可以复制邮件里的链接粘贴过去），或在下面用这个浏览器重新获取。",
  "This link was asked for in another browser and opens only there; it is not used up. Open it there (copy the link from the mail), or get a new one for this browser below.",
);
export const holdingMissing = reason(
  "privacy.holding",
  "not-found",
  "没有找到这一项，可能已经删除。请刷新页面。",
  "There is no such entry; it may have been erased already. Reload the page.",
);
