import * as z from "zod";
import { labelled, OptionalDay, optionalProse } from "../platform/schema.ts";
import type { Words } from "../platform/text.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** 归类: what a need is about, clause 三(三)2 of the scheme. */
export const needKinds = ["technology", "licence", "protection", "finance", "people"] as const;
export const NeedKind = z.enum(needKinds);
export type NeedKind = (typeof needKinds)[number];

/** 解决方式: how a need is to be solved, from what clauses 三(三)3 and 4 and 四 offer. */
export const solutions = ["match", "joint", "experts", "event", "valuation", "finance", "training"] as const;
export const Solution = z.enum(solutions);
export type Solution = (typeof solutions)[number];

/** Why a need was closed without a solution; chosen, so that it can be counted. */
export const unsolvedReasons = [
  "no-supply",
  "performance",
  "maturity",
  "price",
  "terms",
  "elsewhere",
  "changed",
  "other",
] as const;
export const UnsolvedReason = z.enum(unsolvedReasons);
export type UnsolvedReason = (typeof unsolvedReasons)[number];

export const kindWords: Readonly<Record<NeedKind, Words>> = {
  technology: w("技术攻关", "A technical problem"),
  licence: w("专利引进", "Patents to use"),
  protection: w("知识产权布局与保护", "Protecting one's own rights"),
  finance: w("评估与融资", "Valuation and finance"),
  people: w("人才与培训", "People and training"),
};

export const solutionWords: Readonly<Record<Solution, Words>> = {
  match: w("供需匹配", "Matching"),
  joint: w("联合研发", "Joint research"),
  experts: w("专家会诊", "Experts' advice"),
  event: w("对接活动", "A matchmaking event"),
  valuation: w("价值评估", "Valuation"),
  finance: w("金融对接", "Finance"),
  training: w("培训辅导", "Training"),
};

export const unsolvedWords: Readonly<Record<UnsolvedReason, Words>> = {
  "no-supply": w("没有合适的技术", "Nothing on offer fits"),
  performance: w("指标达不到", "The indicators were not met"),
  maturity: w("技术不够成熟", "The technology is not ready"),
  price: w("费用超出预算", "Beyond the budget"),
  terms: w("合作条件没有谈拢", "No agreement on the terms"),
  elsewhere: w("已用其他办法解决", "Solved in another way"),
  changed: w("需求有变化，不再需要", "Not needed any more"),
  other: w("其他原因", "Another reason"),
};

/** What an organiser says of a listed need: what it is about, how it is to be solved, when it is to be looked at again. */
export const Classify = z.object({
  demandId: z.string().max(40),
  version: z.int(),
  kind: labelled(NeedKind, "需求类别", "Kind of need"),
  solutions: labelled(z.array(Solution).min(1).max(solutions.length), "解决方式", "How it is to be solved"),
  reviewOn: labelled(
    OptionalDay,
    "复核日期（选填）",
    "To be looked at again on (optional)",
    w(
      "到这一天，系统发邮件请企业确认需求是否仍然有效。不填则按默认间隔。",
      "On this day the enterprise is asked by mail whether the need still stands. Left empty, the usual interval counts.",
    ),
  ),
});

/** How whoever has the secret link closes a need. */
export const CloseOwn = z
  .object({
    token: z.string().max(200),
    version: z.coerce.number<unknown>().int(),
    state: labelled(z.enum(["solved", "unsolved"]), "结果", "What became of it"),
    why: labelled(
      z.union([UnsolvedReason, z.literal("").transform(() => undefined)]).optional(),
      "没有解决的原因",
      "Why it was not solved",
    ),
    note: labelled(
      optionalProse(1000),
      "说明（选填）",
      "In your words (optional)",
      w("主办方可以看到，不公开。", "The organiser reads it. It is not public."),
    ),
  })
  .refine(({ state, why }) => state !== "unsolved" || why, {
    path: ["why"],
    params: {
      words: w(
        "“没有解决的原因”没有选择：请选一项，便于我们改进。",
        "Why it was not solved: choose one, so that we can do better.",
      ),
    },
  })
  .refine(({ why, note }) => why !== "other" || note, {
    path: ["note"],
    params: { words: w("“说明”没有填写：选择“其他原因”时请写明。", "In your words: say what the other reason is.") },
  });
