import * as z from "zod";
import { reason } from "../platform/reason.ts";
import { Instant, labelled, prose } from "../platform/schema.ts";

/** What an organiser confirms: to how many people, and when; without a time at once. */
export const SendOrder = z.object({
  expected: z.int().min(0),
  sendAt: labelled(Instant.optional(), "发送时间", "Time of sending"),
  local: labelled(z.boolean().optional(), "按收件人当地时间", "By each recipient's clock"),
  perMinute: labelled(z.int().min(1).max(60_000).optional(), "每分钟最多封数", "Mails a minute at most"),
});

export const Returned = z.object({
  reason: labelled(prose(500, 0).optional(), "退回的原因", "Why it is sent back"),
});

export const beingChecked = reason(
  "campaign.being-checked",
  "conflict",
  "测试还在检查邮件，请等几秒后再试。",
  "The test is still checking the mail. Try again in a few seconds.",
);
export const faulty = reason(
  "campaign.faulty",
  "conflict",
  "检查发现 {count} 处问题，请按提示修改并重新测试。",
  "The check found {count} faults. Mend them as told, and test again.",
);
export const notYourOwn = reason(
  "campaign.own-approval",
  "conflict",
  "提交发送的人不能自己批准，请由另一位成员批准。",
  "Who asked for the sending cannot approve it. Another member has to.",
);
export const approvalVoid = reason(
  "campaign.approval-void",
  "conflict",
  "您看到的内容、受众或时间之后有过改动，批准无效。请重新查看后再批准。",
  "The text, the audience or the time has changed since you saw it, so this approval is void. Look again.",
);
export const tooSoon = reason(
  "campaign.too-soon",
  "conflict",
  "“发送时间”已过。请退回后另选时间，或立即发送。",
  "Time of sending: it is over. Send it back and choose another one, or send at once.",
);
export const tooFar = reason(
  "campaign.too-far",
  "conflict",
  "“发送时间”不能晚于一年以后。",
  "Time of sending: choose one within a year.",
);
