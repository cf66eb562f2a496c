import type { Ctx } from "@lingxi/core/platform/context";
import type { RegistrationRecord } from "../../packages/core/src/activity/entity.ts";

export const fromArgs = (args: readonly string[], name: string, otherwise: number): number => {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(args[at + 1]);
};

const families = [..."王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗"];
const given = [..."伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文宇浩然子轩雨欣思远"];
const pick = (from: readonly string[], n: number) => from[n % from.length] ?? "";

/** People who registered, from the nth on; names repeat as names do. */
export const people = (ctx: Ctx, activityId: string, from: number, count: number): RegistrationRecord[] =>
  Array.from({ length: count }, (_, i): RegistrationRecord => {
    const n = from + i;
    const email = `p${n}@example.com`;
    const now = ctx.now().toISOString();
    return {
      activityId,
      person: ctx.keys.digest("person", email),
      id: ctx.newId("reg"),
      name: `${pick(families, n * 7)}${pick(given, n * 13)}${n % 3 ? pick(given, n * 29 + 5) : ""}`,
      organisation: `西安示例科技有限公司第${n % 97}研究所`,
      email,
      locale: "zh-CN",
      status: "confirmed",
      queuedAt: now,
      sequence: 0,
      consent: { purpose: "activity-registration", version: "2026-11-01", at: now, source: "form" },
    };
  });
