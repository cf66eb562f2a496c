import * as z from "zod";
import { reason } from "../platform/reason.ts";
import { labelled } from "../platform/schema.ts";

const Hour = z.int().min(0).max(23);

/** What holds for every notification, as the organisers set it. What is absent is not limited. */
export const SendingRules = z.object({
  cap: z
    .object({
      mails: labelled(z.int().min(1).max(50), "最多封数", "Mails at most"),
      days: labelled(z.int().min(1).max(90), "天数", "Days"),
    })
    .optional(),
  /** By the recipient's clock; may go over midnight. */
  quiet: z
    .object({
      from: labelled(Hour, "从（点）", "From (hour)"),
      to: labelled(Hour, "到（点）", "To (hour)"),
    })
    .refine(({ from, to }) => from !== to, {
      path: ["to"],
      params: {
        words: {
          "zh-CN": "“到（点）”不能与“从（点）”相同，否则任何时候都不能发送。请改为另一个整点。",
          en: "To (hour): it is the same as the beginning, so that nothing would ever be sent. Choose another hour.",
        },
      },
    })
    .optional(),
});
export type SendingRules = z.infer<typeof SendingRules>;

export const tooSoonAnywhere = reason(
  "campaign.too-soon-anywhere",
  "conflict",
  "按收件人当地时间发送时，“发送时间”至少要在 6 小时之后，这样每个时区都还没到这个钟点。请改晚一些。",
  "Time of sending: by each recipient's clock it has to be at least 6 hours ahead, so that the hour is still to come everywhere. Choose a later one.",
);
export const timeFirst = reason(
  "campaign.time-first",
  "invalid",
  "按收件人当地时间发送时，必须填写“发送时间”。",
  "Time of sending: enter one, since it is to be sent by each recipient's clock.",
);
