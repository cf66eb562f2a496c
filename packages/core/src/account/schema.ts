import * as z from "zod";
import { reason } from "../platform/reason.ts";
import { Email, Locale } from "../platform/schema.ts";

export const AskAccountLink = z.object({ email: Email, locale: Locale.default("zh-CN") });

export const accountLinkSpent = reason(
  "account.link-spent",
  "forbidden",
  "登录链接无效、已使用或已过期（10 分钟内有效，只能用一次）。请在下面重新获取。",
  "This sign-in link is not valid: it was used, or is older than 10 minutes. Get a new one below.",
);
export const accountLinkElsewhere = reason(
  "account.link-elsewhere",
  "forbidden",
  "这个链接是在另一个浏览器里申请的，只能在那里打开，还没有用掉。请回到那个浏览器打开（可以复制邮件里的链接粘贴过去），或在下面用这个浏览器重新获取。",
  "This link was asked for in another browser and opens only there; it is not used up. Open it there (copy the link from the mail), or get a new one for this browser below.",
);
export const accountSessionMoved = reason(
  "account.session-moved",
  "unauthenticated",
  "这次登录换了浏览器或系统在使用，已立即结束。请重新登录；如果不是您本人，登录后请退出其他设备。",
  "This session turned up in another browser or system and was ended at once. Sign in again; if that was not you, sign out your other devices.",
);
export const accountSessionReused = reason(
  "account.session-reused",
  "unauthenticated",
  "这次登录的旧凭据在别处又被使用，可能有人复制了它，因此已立即结束。请重新登录，并退出其他设备。",
  "An old key of this session was used again, so somebody may have copied it; the session was ended at once. Sign in again, and sign out your other devices.",
);
export const accountSessionIdle = reason(
  "account.session-idle",
  "unauthenticated",
  "登录已过期（24 小时没有使用，或登录已满 7 天）。请重新登录。",
  "You were signed out, after 24 hours without use or 7 days in all. Please sign in again.",
);
export const accountSessionMissing = reason(
  "account.session-not-found",
  "not-found",
  "没有这次登录，可能已经结束。请刷新页面。",
  "There is no such session; it may have ended already. Reload the page.",
);
