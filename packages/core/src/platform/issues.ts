import type * as z from "zod";
import type { FieldError } from "./error.ts";
import type { Words } from "./text.ts";

/** Turns what zod refused into sentences that name the field and the remedy, in both languages. */
export function fieldErrors(schema: z.ZodType, error: z.ZodError): FieldError[] {
  const seen = new Set<string>();
  const errors: FieldError[] = [];
  for (const issue of error.issues) {
    const field = issue.path.map(String).join(".");
    if (seen.has(field)) continue;
    seen.add(field);
    errors.push({
      field,
      message: sentence(issue, labelAt(schema, issue.path) ?? { "zh-CN": field || "内容", en: field || "the content" }),
    });
  }
  return errors;
}

function sentence(issue: z.core.$ZodIssue, label: Words): Words {
  const of = (zh: string, en: string): Words => ({ "zh-CN": `“${label["zh-CN"]}”${zh}`, en: `${label.en}: ${en}` });
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined || issue.input === null || issue.message.includes("received undefined")
        ? of("没有填写，请填写。", "this is missing. Fill it in.")
        : of("的格式不对，请按提示填写。", "this has the wrong form. Follow the hint.");
    case "too_small":
      if (issue.origin === "string")
        return Number(issue.minimum) <= 1
          ? of("没有填写，请填写。", "this is missing. Fill it in.")
          : of(`至少需要 ${issue.minimum} 个字。`, `write at least ${issue.minimum} characters.`);
      if (issue.origin === "array") return of(`至少选择 ${issue.minimum} 项。`, `choose at least ${issue.minimum}.`);
      return of(`不能小于 ${issue.minimum}。`, `use ${issue.minimum} or more.`);
    case "too_big":
      if (issue.origin === "string")
        return of(`最多 ${issue.maximum} 个字，请删减。`, `shorten it to ${issue.maximum} characters.`);
      if (issue.origin === "array") return of(`最多选择 ${issue.maximum} 项。`, `choose at most ${issue.maximum}.`);
      return of(`不能大于 ${issue.maximum}。`, `use ${issue.maximum} or less.`);
    case "invalid_format":
      if (issue.input === "") return of("没有填写，请填写。", "this is missing. Fill it in.");
      if (issue.format === "email")
        return of(
          "不是有效的邮箱，请检查，例如 name@example.com。",
          "this is not an e-mail address. Check it, for example name@example.com.",
        );
      if (issue.format === "datetime") return of("不是有效的日期和时间。", "this is not a date and time.");
      if (issue.format === "date") return of("不是有效的日期，例如 2027-06-30。", "this is not a date, for example 2027-06-30.");
      return of("的格式不对，请检查。", "this has the wrong form. Check it.");
    case "invalid_value":
      return of("请从列出的选项中选择。", "choose one of the options given.");
    case "custom": {
      const words = issue.params?.words as Words | undefined;
      return words ?? of("不正确，请检查。", "this is not right. Check it.");
    }
    default:
      return of("不正确，请检查。", "this is not right. Check it.");
  }
}

/** The nearest label on the way to a path: an item of a list is named by the list, a language by its text too (`标题（中文）`). */
function labelAt(schema: z.ZodType, path: readonly PropertyKey[]): Words | undefined {
  let label = schema.meta()?.label;
  let at: z.ZodType | undefined = schema;
  for (const step of path) {
    at = child(at, step);
    if (!at) break;
    const own = outermostLabel(at);
    label = own && label && (step === "zh-CN" || step === "en") ? inLanguage(label, own) : (own ?? label);
  }
  return label;
}

const inLanguage = (text: Words, language: Words): Words => ({
  "zh-CN": `${text["zh-CN"]}（${language["zh-CN"]}）`,
  en: `${text.en} (${language.en})`,
});

interface Peelable {
  def?: {
    innerType?: z.ZodType;
    in?: z.ZodType;
    element?: z.ZodType;
    shape?: Record<string, z.ZodType>;
    options?: z.ZodType[];
    type?: string;
  };
}

function child(schema: z.ZodType | undefined, step: PropertyKey): z.ZodType | undefined {
  const def = (schema as Peelable | undefined)?.def;
  if (!def) return undefined;
  if (def.shape) return def.shape[String(step)];
  if (def.element) return def.element;
  if (def.options) return def.options.map((o) => child(o, step)).find(Boolean);
  return child(def.innerType ?? def.in, step);
}

function outermostLabel(schema: z.ZodType | undefined): Words | undefined {
  if (!schema) return undefined;
  const def = (schema as Peelable).def;
  return schema.meta()?.label ?? outermostLabel(def?.innerType ?? def?.in);
}
