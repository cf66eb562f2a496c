import { reason } from "../platform/reason.ts";

export const nothingToDraw = reason(
  "paper.not-found",
  "not-found",
  "没有这个内容，可能已经下线。请从首页进入。",
  "There is no such thing; it may have been withdrawn. Start from the home page.",
);
