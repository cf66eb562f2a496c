import * as z from "zod";
import { labelled, localised } from "../platform/schema.ts";

const Href = labelled(
  z
    .string()
    .max(2000)
    .transform((s) => s.trim().toWellFormed())
    .pipe(
      z.string().refine((s) => /^\/media\/doc_[0-9a-z]{26}\.pdf$/.test(s) || isWebAddress(s), {
        params: {
          words: {
            "zh-CN": "“原文”请填写以 https:// 或 http:// 开头的网址，或上传 PDF。",
            en: "Where it is: give an address that begins with https:// or http://, or upload a PDF.",
          },
        },
      }),
    ),
  "原文",
  "Where it is",
);

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** The official text as it is to stand on the policy page, on the version that was seen. */
export const SetOfficialText = z.object({
  title: labelled(localised(120), "标题", "Title"),
  href: Href,
  version: z.int().min(0),
});
