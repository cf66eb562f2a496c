import * as z from "zod";
import { reason } from "../platform/reason.ts";

export const ByDigestToken = z.object({ token: z.string().max(200) });

export const digestMissing = reason(
  "digest.link",
  "not-found",
  "链接不完整。请使用邮件或“我的需求”“我的项目”页面上的完整链接。",
  "This link is not complete. Use the whole link in the mail, or on the page of your need or project.",
);
