import type { Words } from "../platform/text.ts";
import type { Decision, Mark } from "./schema.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const decisionWords: Readonly<Record<Decision, Words>> = {
  accepted: w("入选", "Accepted"),
  reserve: w("候补", "Reserve"),
  declined: w("不入选", "Declined"),
};
export const markWords: Readonly<Record<Mark, Words>> = {
  presented: w("已路演", "Presented"),
  withdrawn: w("临时退出", "Withdrew"),
  "no-show": w("未到场", "No-show"),
};
