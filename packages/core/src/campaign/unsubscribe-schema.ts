import { reason } from "../platform/reason.ts";

/** Apart, since the public meets it: it needs nothing else of campaigns. */
export const unsubscribeMissing = reason(
  "unsubscribe.not-found",
  "not-found",
  "退订链接不完整。请使用邮件中的完整链接，或直接回复该邮件说明退订。",
  "This link is not complete. Use the whole link in the mail, or answer the mail and say that you want no more.",
);
