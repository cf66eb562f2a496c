import type { Words } from "../platform/text.ts";
import { said, type Text } from "./findings.ts";
import type { Finding } from "./schema.ts";

type Found = Omit<Finding, "ticked">;

/** Full-width digits and signs as ASCII; the length stays. */
const plain = (text: string) => text.replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

const mobile = /(?<![\d.])(?:\+?86[ -]?)?1[3-9]\d([ -]?)\d{4}\1\d{4}(?!\d)/g;
const email = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g;
const identity = /(?<!\d)\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dXx])/g;

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check digit of GB 11643: most other numbers of eighteen digits do not have it. */
function isIdentityNumber(text: string): boolean {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return "10X98765432"[sum % 11] === text[17]?.toUpperCase();
}

/** Enough to find it by, not to use it. */
const masked = (text: string) => `${text.slice(0, 3)}…${text.slice(-2)}`;

const personal = [
  {
    rule: "identity-number",
    find: (text: string) => (text.match(identity) ?? []).filter(isIdentityNumber),
    zh: "有身份证号（{what}）。请删去，公开的内容不需要它。",
    en: "there is an identity card number ({what}). Remove it; what is public never needs it.",
  },
  {
    rule: "mobile-number",
    tick: "consent" as const,
    find: (text: string) => text.match(mobile) ?? [],
    zh: "有手机号码（{what}）。请删去；若本人同意公开，请在“发布前检查”里确认。",
    en: "there is a mobile number ({what}). Remove it, or confirm on the checklist that the person agreed to publish it.",
  },
  {
    rule: "e-mail-address",
    tick: "consent" as const,
    find: (text: string) => text.match(email) ?? [],
    zh: "有邮箱地址（{what}）。请删去；若是单位公开邮箱或本人同意公开，请在“发布前检查”里确认。",
    en: "there is an e-mail address ({what}). Remove it, or confirm on the checklist that it is a public one or that the person agreed.",
  },
] as const;

/** Personal data in a text. `digest` names a value without telling it. */
export function personalData(text: Text, digest: (value: string) => string): Found[] {
  return personal.flatMap((one) =>
    [...new Set(one.find(plain(text.text)))].map((value) => ({
      key: `${one.rule}:${text.field}:${digest(value)}`,
      level: "blocking" as const,
      field: text.field,
      message: said(text.label, one.zh, one.en, { what: masked(value) }),
      ...("tick" in one ? { tick: one.tick } : {}),
    })),
  );
}

const advice = (rule: string, field: string, message: Words): Found => ({
  key: `${rule}:${field}`,
  level: "advice",
  field,
  message,
  tick: "ignore",
});

/** A Chinese text without its English twin. */
export function untranslated(zh: Text | undefined, en: Text | undefined): Found[] {
  if (!zh?.text.trim() || en?.text.trim()) return [];
  const field = zh.field.replace(/zh-CN$/, "en");
  const message = said(
    zh.of,
    "没有英文，英文页面会显示中文。请补上译文。",
    "there is no English, so the English page shows Chinese. Add a translation.",
  );
  return [advice("no-english", field, message)];
}

/** What reads badly in a list, by language. */
const summaryLimit = { "zh-CN": 120, en: 280 } as const;
const bodyLimit = { "zh-CN": 20_000, en: 60_000 } as const;

export function tooLong({ field, label, text, locale, name }: Text): Found[] {
  if (name === "summary" && text.length > summaryLimit[locale])
    return [
      advice(
        "long-summary",
        field,
        said(
          label,
          "有 {n} 字，列表里会被截断。建议不超过 {max} 字。",
          "it has {n} characters and is cut off in lists. Better keep it to {max}.",
          { n: text.length, max: summaryLimit[locale] },
        ),
      ),
    ];
  if (name === "body" && text.length > bodyLimit[locale])
    return [
      advice(
        "long-body",
        field,
        said(
          label,
          "有 {n} 字，读者很难读完。建议删减，或把附件性内容另行发布。",
          "it has {n} characters, more than readers finish. Shorten it, or publish what is an annex elsewhere.",
          { n: text.length },
        ),
      ),
    ];
  return [];
}

/** Steps that do not follow each other in time. Dates sort as text. */
export function outOfOrder(dates: readonly string[]): Found[] {
  const known = dates.map((date, i) => ({ date, i })).filter(({ date }) => date);
  const wrong = known.find(({ date }, n) => n > 0 && date < (known[n - 1]?.date ?? ""));
  if (!wrong) return [];
  const message = {
    "zh-CN": `“时间线”第 ${wrong.i + 1} 步（${wrong.date}）早于前一步。请按时间排序。`,
    en: `Timeline: step ${wrong.i + 1} (${wrong.date}) is earlier than the one before it. Sort the steps by date.`,
  };
  return [advice("timeline-order", `timeline.${wrong.i}.date`, message)];
}
