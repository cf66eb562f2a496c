import * as z from "zod";
import { locales, tidy, type Words } from "./text.ts";

/** One of the two languages. */
export const Locale = z.enum(locales);
export type Locale = z.infer<typeof Locale>;

declare module "zod" {
  interface GlobalMeta {
    /** The field's name as a person reads it. */
    label?: Words;
    /** Help shown before the field. */
    hint?: Words;
  }
}

/** Gives a field its label, and a hint that is shown before it. Labels name the field in forms, in errors and in the API description. */
export function labelled<T extends z.ZodType>(schema: T, zh: string, en: string, hint?: Words): T {
  return schema.meta({ label: { "zh-CN": zh, en }, ...(hint ? { hint } : {}) });
}

/** One line of text, tidied (full-width to ASCII, spaces folded), `min` to `max` characters. */
export const line = (max: number, min = 1) =>
  z
    .string()
    .transform((s) => tidy(s).replace(/\s*\n\s*/g, " "))
    .pipe(z.string().min(min).max(max));

/** Several lines of text, kept as written but for invisible characters, `min` to `max` characters. */
export const prose = (max: number, min = 1) =>
  z
    .string()
    .transform((s) =>
      s
        .toWellFormed()
        .replace(/\r\n?/g, "\n")
        .split("\n")
        .map((l) => tidyLine(l))
        .join("\n")
        .trim(),
    )
    .pipe(z.string().min(min).max(max));

/** The same, or none; an empty field of a form is none. */
export const optionalProse = (max: number) =>
  prose(max, 0)
    .optional()
    .transform((text) => text || undefined);

function tidyLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is being removed
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069\uFEFF]/g, "").trimEnd();
}

/** An e-mail address: full-width characters folded, spaces trimmed, lower case. */
export const Email = labelled(
  z
    .string()
    .transform((s) => tidy(s).toLowerCase())
    .pipe(z.string().max(254))
    .pipe(z.email()),
  "邮箱",
  "E-mail",
);

/** A telephone number as people write it; kept as digits with an optional leading +. 5 to 20 digits. */
export const Phone = labelled(
  z
    .string()
    .transform((s) => tidy(s).replace(/[\s()-]/g, ""))
    .pipe(z.string().regex(/^\+?\d{5,20}$/)),
  "手机",
  "Telephone",
);

/** A text in Chinese, and in English where there is one. */
export const localised = (max: number, many = false) => {
  const text = many ? prose(max) : line(max);
  const optional = many ? prose(max, 0) : line(max, 0);
  return z.object({
    "zh-CN": labelled(text, "中文", "Chinese"),
    en: labelled(
      optional.optional().transform((s) => s || undefined),
      "英文",
      "English",
    ),
  });
};

/** An instant in UTC, ISO 8601 with `Z`, to the millisecond. Accepts any offset. */
export const Instant = z.iso.datetime({ offset: true }).transform((s) => new Date(s).toISOString());

/** A day as people type it (`2027/6/30`, `2027年6月30日`, full-width), as `2027-06-30`; what is none stays as it is. */
function plainDay(typed: string): string {
  const text = tidy(typed);
  const [, year, month = "", day = ""] = /^(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?日?$/.exec(text) ?? [];
  return year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
}

/** A calendar day, `2027-06-30`, or none; an empty field of a form is none. */
export const OptionalDay = z
  .string()
  .max(40)
  .transform((typed) => plainDay(typed) || undefined)
  .pipe(z.iso.date().optional())
  .optional();

/** The id of a record or of a chain as it stands in another record; an empty field of a form is nothing. */
export const Reference = z
  .string()
  .max(60)
  .regex(/^[\w-]*$/);

/** A time zone by its IANA name; an unknown one would break every page that shows a time in it. */
export const TimeZone = z
  .string()
  .max(60)
  .refine(isTimeZone, {
    params: {
      words: {
        "zh-CN": "“时区”无法识别，请用 IANA 名称，例如 Asia/Shanghai。",
        en: "Time zone: use an IANA name, for example Asia/Shanghai.",
      },
    },
  });

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** Where a page of a list starts: opaque, from the answer before. At most 100 rows a page. */
export const Paging = z.object({
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** A telephone number or nothing; an empty field of a form is nothing. */
export const OptionalPhone = z
  .string()
  .transform((s) => tidy(s).replace(/[\s()-]/g, ""))
  .pipe(z.string().regex(/^(\+?\d{5,20})?$/))
  .transform((s) => s || undefined)
  .optional();

/** A box that has to be ticked: `true`, or `yes` from a form. The sentence says what to do when it is not. */
export const agreed = (zh: string, en: string) =>
  z
    .union([z.boolean(), z.string().max(10)])
    .optional()
    .refine((value) => value === true || value === "yes", { params: { words: { "zh-CN": zh, en } } })
    .transform(() => true as const);

/** The number that a form was made with, a ULID: sending it twice makes one record. */
export const Submission = z
  .string()
  .regex(/^[0-7][0-9a-z]{25}$/)
  .optional();

/** An amount in 分, or none. The cap, 1000 亿元, only keeps slips of the keyboard out. */
export const OptionalMoney = z.int().min(0).max(10_000_000_000_000).optional();

/** For `refine`: the second of two amounts is not below the first. Said together with what else is wrong, so it bears fields that are. */
export const inOrder = (from: string, to: string, words: Words): Refinement => [
  (of) => {
    const { [from]: a, [to]: b } = (of ?? {}) as Record<string, unknown>;
    return typeof a !== "number" || typeof b !== "number" || !(a > b);
  },
  { path: [to], when: () => true, params: { words } },
];
type Refinement = [(of: unknown) => boolean, { path: string[]; when: () => boolean; params: { words: Words } }];

/** 不涉密（已自查）, 商业秘密. 涉密 is not among them: nothing of such a thing may be entered, see `state-secret.ts`. */
export const secrecies = ["none", "trade-secret"] as const;
export type Secrecy = (typeof secrecies)[number];
/** What a form sends for 涉密. */
export const stateSecretChoice = "state-secret";
