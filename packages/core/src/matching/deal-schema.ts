import * as z from "zod";
import { UploadedFile } from "../picture/schema.ts";
import { reason } from "../platform/reason.ts";
import { inOrder, labelled, OptionalMoney, prose, Reference } from "../platform/schema.ts";
import { cooperationWays } from "../project/schema.ts";
import type * as answers from "./answer-schema.ts";
import { failures, steps } from "./schema.ts";

const w = (zh: string, en: string) => ({ "zh-CN": zh, en });
const pair = { demandId: Reference, offerId: Reference };
export const Pair = z.object(pair);
const Day = labelled(z.iso.date(), "日期", "Day");
const yes = z.union([z.boolean(), z.literal("yes").transform(() => true), z.literal("").transform(() => false)]);

/** 技术经理人 who brought the two sides together, experts of the pool. */
export const mostManagers = 5;

const missing = (field: string, when: (of: Record<string, unknown>) => boolean, words: ReturnType<typeof w>) =>
  [
    (of: unknown) => {
      const said = (of ?? {}) as Record<string, unknown>;
      return !when(said) || Boolean(said[field]);
    },
    { path: [field], when: () => true, params: { words } },
  ] satisfies [(of: unknown) => boolean, object];

/** A step that was taken with a pair. An agreement also says of what kind it is; its amount, in 分, is for staff alone. */
export const TakeStep = z
  .object({
    ...pair,
    step: labelled(z.enum(steps), "进展", "Step"),
    on: Day,
    reason: labelled(z.enum(failures).optional(), "原因", "Reason"),
    related: labelled(z.boolean().default(false), "双方有关联关系", "The two sides are related"),
    way: labelled(z.enum(cooperationWays).optional(), "合作方式", "Kind of agreement"),
    amountFrom: labelled(OptionalMoney, "金额下限（选填）", "Amount from (optional)"),
    amountTo: labelled(OptionalMoney, "金额上限（选填）", "Amount to (optional)"),
    managers: labelled(
      z.array(Reference.min(1)).max(mostManagers).default([]),
      "促成的技术经理人（选填）",
      "Technology managers who brokered it (optional)",
    ),
  })
  .refine(
    ...missing(
      "reason",
      ({ step }) => step === "failed",
      w(
        "“原因”没有选择：没有谈成的请选择原因，便于改进匹配。",
        "Reason: choose why nothing came of it, so that the matching can learn.",
      ),
    ),
  )
  .refine(
    ...missing(
      "way",
      ({ step }) => step === "agreement",
      w(
        "“合作方式”没有选择：达成合作的请选择许可、转让等方式，成效统计按它计算。",
        "Kind of agreement: choose licence, assignment or another one; the figures count by it.",
      ),
    ),
  )
  .refine(
    ...inOrder("amountFrom", "amountTo", w("“金额上限”不能低于下限。", "Amount to: it must not be below the lower amount.")),
  );

export const StepOf = z.object({ ...pair, step: z.enum(steps), on: z.iso.date() });

/** Which paper it is. Chosen, so that no title names anybody. */
export const documentKinds = ["letter", "minutes", "technical", "evaluation", "contract", "receipt", "other"] as const;
export type DocumentKind = (typeof documentKinds)[number];
export const mostDocuments = 50;

export const KeepDocument = z.object({
  ...pair,
  file: UploadedFile,
  kind: labelled(z.enum(documentKinds), "材料类型", "Kind of document"),
  personal: labelled(yes.default(false), "含个人信息", "It names people"),
});
export const DocumentOf = z.object({ ...pair, documentId: Reference });

export const reminderStatuses = ["open", "done"] as const;
export const mostReminders = 50;
const Note = labelled(
  prose(300),
  "提醒内容",
  "Note",
  w("例如：回访试用结果。不要写电话和邮箱。", "For example: ask how the trial went. Leave telephone numbers and addresses out."),
);
const Ahead = labelled(z.iso.date(), "提醒日期", "Remind me on");
export const Remind = z.object({ ...pair, on: Ahead, note: Note });
/** Moves a reminder to another day, or puts it away. */
export const ChangeReminder = z
  .object({ ...pair, reminderId: Reference, version: z.int().min(1), on: Ahead.optional(), done: z.boolean().default(false) })
  .refine(({ on, done }) => done || on !== undefined, {
    path: ["on"],
    params: {
      words: w("“提醒日期”没有填写：请选择新的日期，或标为已完成。", "Remind me on: choose another day, or mark it as done."),
    },
  });

export type Deal = Readonly<z.infer<typeof answers.Deal>>;
export type DealEntry = Deal["history"][number];
export type DealDocument = Deal["documents"][number];
export type Reminder = Readonly<z.infer<typeof answers.Reminder>>;
export type Manager = Readonly<z.infer<typeof answers.Manager>>;
export type Brokered = Readonly<z.infer<typeof answers.Brokered>>;

export const stepMissing = reason(
  "matching.no-step",
  "not-found",
  "没有这一步的记录，可能已被撤销。请刷新页面。",
  "There is no such step; it may have been taken back. Reload the page.",
);
export const managerMissing = reason(
  "matching.no-manager",
  "invalid",
  "“促成的技术经理人”中有人不在人才库，请从人才库已入库的人员中选择。",
  "Technology managers: one of them is not in the talent pool. Choose people who were approved.",
);
export const documentMissing = reason(
  "matching.no-document",
  "not-found",
  "没有这份材料，可能已移除或随个人信息删除。请刷新页面。",
  "There is no such document; it was removed, or erased along with a person's data. Reload the page.",
);
export const tooManyDocuments = reason(
  "matching.too-many-documents",
  "limit-exceeded",
  "每对供需最多保存 50 份材料。请先移除不需要的。",
  "A pair keeps at most 50 documents. Remove those that are not needed first.",
);
export const reminderMissing = reason(
  "matching.no-reminder",
  "not-found",
  "没有这条提醒，请刷新页面。",
  "There is no such reminder. Reload the page.",
);
export const tooManyReminders = reason(
  "matching.too-many-reminders",
  "limit-exceeded",
  "每对供需最多 50 条未完成的提醒。请先完成一些。",
  "A pair keeps at most 50 open reminders. Mark some as done first.",
);
export const reminderPast = reason(
  "matching.reminder-past",
  "invalid",
  "“提醒日期”已经过去。请选择今天或以后的日期。",
  "Remind me on: this day is over. Choose today or a later one.",
);
