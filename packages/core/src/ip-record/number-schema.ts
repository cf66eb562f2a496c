import { tidy, type Words } from "../platform/text.ts";

/** 发明, 实用新型, 外观设计. */
export const patentKinds = ["invention", "utility-model", "design"] as const;
export type PatentKind = (typeof patentKinds)[number];

/** A Chinese application number as it was read, and what is wrong with its check character, if anything. */
export interface ReadNumber {
  /** `201710601862.3`, `97101765.4`. */
  readonly number: string;
  readonly kind: PatentKind;
  /** What the check character should be, where it is another one. */
  readonly expected?: string | undefined;
  /** It was written without a check character, which was added. */
  readonly completed: boolean;
}

/** 8 and 9 are international applications that entered the national phase: an invention, a utility model. */
const kinds: Readonly<Record<string, PatentKind>> = {
  "1": "invention",
  "2": "utility-model",
  "3": "design",
  "8": "invention",
  "9": "utility-model",
};
const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/** The check character of the 8 or 12 digits before the point: Σ dᵢ·wᵢ mod 11, 10 is `X`. */
export function checkOf(digits: string): string {
  const sum = [...digits].reduce((all, digit, i) => all + Number(digit) * (weights[i] ?? 0), 0);
  return sum % 11 === 10 ? "X" : String(sum % 11);
}

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const numberTrouble = {
  missing: w("“专利号”没有填写。", "Patent number: missing."),
  form: w(
    "“专利号”不是中国专利的申请号或专利号，例如 ZL201710601862.3、97101765.4。公开号、公告号（如 CN107000000A）请换成申请号。",
    "Patent number: not a Chinese application or patent number such as ZL201710601862.3 or 97101765.4. Give the application number instead of a publication number (CN107000000A).",
  ),
  year: w("“专利号”开头的年份不对，请核对。", "Patent number: there is no such year at its beginning. Please check it."),
  kind: w(
    "“专利号”年份后面的一位应是 1（发明）、2（实用新型）、3（外观设计）、8 或 9（PCT），请核对。",
    "Patent number: the digit after the year has to be 1 (invention), 2 (utility model), 3 (design), 8 or 9 (PCT). Please check it.",
  ),
} as const;

/**
 * Reads a number as people write it: with or without ZL or CN, the point, spaces, full width. Numbers of before October 2003 have a year of two
 * digits. A wrong check character is told, not refused: registers have such slips.
 */
export function readNumber(typed: string, thisYear: number): ReadNumber | { readonly trouble: Words } {
  const text = tidy(typed)
    .toUpperCase()
    .replace(/[\s,，]/g, "")
    .replace(/[．。·]/g, ".");
  if (!text) return { trouble: numberTrouble.missing };
  const found = /^(?:ZL|CN)?(\d{12}|\d{8})(?:\.?([\dX]))?$/.exec(text);
  const [, digits = "", check] = found ?? [];
  // Nine digits behind CN, with a letter or none, are a publication number; so many without a point after 2003 do not exist.
  if (!found || (/^CN/.test(text) && digits.length === 8 && !text.includes("."))) return { trouble: numberTrouble.form };
  const old = digits.length === 8;
  const year = old ? 1900 + Number(digits.slice(0, 2)) + (Number(digits.slice(0, 2)) < 85 ? 100 : 0) : Number(digits.slice(0, 4));
  if (old ? year > 2003 : year < 2003 || year > thisYear) return { trouble: numberTrouble.year };
  const kind = kinds[digits[old ? 2 : 4] ?? ""];
  if (!kind) return { trouble: numberTrouble.kind };
  const right = checkOf(digits);
  const given = check ?? right;
  return {
    number: `${digits}.${given}`,
    kind,
    completed: check === undefined,
    ...(given === right ? {} : { expected: right }),
  };
}

/** `ipr_201710601862-3`: one record for each number. */
export const idOfNumber = (number: string): string => `ipr_${number.replace(".", "-").toLowerCase()}`;
