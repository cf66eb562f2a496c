import { fill, type Locale, type Words } from "../platform/text.ts";

/** One text of a draft in one language, and where it stands. */
export interface Text {
  /** Path in the input, `body.zh-CN`. */
  readonly field: string;
  /** The first part of the path. */
  readonly name: string;
  readonly locale: Locale;
  readonly text: string;
  /** What it belongs to, and that with its language. */
  readonly of: Words;
  readonly label: Words;
}

/** “正文（中文）”… / Text (Chinese): … */
export const said = (label: Words, zh: string, en: string, params: Readonly<Record<string, string | number>> = {}): Words => ({
  "zh-CN": `“${label["zh-CN"]}”${fill(zh, params)}`,
  en: `${label.en}: ${fill(en, params)}`,
});
