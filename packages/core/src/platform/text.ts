/** The two languages of the product; zh-CN comes first everywhere. */
export const locales = ["zh-CN", "en"] as const;
export type Locale = (typeof locales)[number];

/** A text in both languages, for words that the product itself says. */
export type Words = Readonly<Record<Locale, string>>;

/** A text that people write: Chinese is required, English may be missing. */
export interface Localised {
  "zh-CN": string;
  en?: string | undefined;
}

/** The text in the reader's language, or the Chinese one where there is no other. */
export function say(text: Localised, locale: Locale): string {
  return (locale === "en" ? text.en : undefined) || text["zh-CN"];
}

/** A text in all languages that it has. */
export const inAll = (text: Localised): string[] => [text["zh-CN"], text.en ?? ""].filter(Boolean);

/** A text in its writer's language. One that is only in English stands for the Chinese as well, until somebody translates it. */
export const written = (text: string, locale: Locale): Localised =>
  locale === "en" ? { "zh-CN": text, en: text } : { "zh-CN": text };

/** Replaces `{name}` by the parameter of that name; an unknown name stays visible, which the text tests catch. */
export function fill(text: string, params: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** Full-width letters and digits to ASCII, spaces trimmed and folded, invisible characters removed. Keeps rare Han characters as they are. */
export function tidy(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/[\uFF01-\uFF5E]/g, (c) =>
        /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\uFF20\uFF0E\uFF0B\uFF0D\uFF3F]/.test(c)
          ? String.fromCharCode(c.charCodeAt(0) - 0xfee0)
          : c,
      )
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is being removed
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, "")
      .replace(/[ \t\u00A0\u3000]+/g, " ")
      .trim()
  );
}
