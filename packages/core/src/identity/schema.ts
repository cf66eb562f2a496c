import { reason } from "../platform/reason.ts";

export const linkSpent = reason(
  "identity.link-spent",
  "forbidden",
  "登录链接无效、已使用或已过期（10 分钟内有效，只能用一次）。请重新获取链接。",
  "This sign-in link is not valid: it was used, or is older than 10 minutes. Get a new one.",
);
