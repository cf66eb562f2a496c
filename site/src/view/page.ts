import type { Locale, Localised } from "@lingxi/core/platform/text";
import { fill } from "@lingxi/core/platform/text";
import type { PageInput } from "@lingxi/core/publication/schema";
import { inLocale, paths } from "@lingxi/core/publication/schema";
import { en } from "../text/en.ts";
import { type Text, zhCN } from "../text/zh-cn.ts";

export type DataOf<K extends PageInput["data"]["kind"]> = Extract<PageInput["data"], { kind: K }>;

/** A text with the language it is in, when that is not the page's. */
export interface Said {
  readonly text: string;
  readonly lang?: "zh-CN";
}

/** What templates need besides their data: words, addresses and names in the page's language. */
export interface View {
  readonly locale: Locale;
  readonly words: Text;
  readonly origin: string;
  /** The page's own address. */
  readonly url: string;
  readonly href: (path: string) => string;
  readonly said: (text: Localised) => Said;
  /** A text that has one language only, such as a name: Chinese when it is written in Han characters. */
  readonly plain: (text: string) => Said;
  readonly chainName: (id: string) => string;
  readonly chainKnown: (id: string) => boolean;
}

const texts: Readonly<Record<Locale, Text>> = { "zh-CN": zhCN, en };

/** The view of one page. */
export function viewOf(page: PageInput): View {
  const { locale, chains } = page;
  return {
    locale,
    words: texts[locale],
    origin: page.origin,
    url: page.origin + page.path,
    href: (path) => inLocale(path, locale),
    said: (text) =>
      locale === "en" && !text.en
        ? { text: text["zh-CN"], lang: "zh-CN" }
        : { text: (locale === "en" && text.en) || text["zh-CN"] },
    plain: (text) => (locale === "en" && /\p{Script=Han}/u.test(text) ? { text, lang: "zh-CN" } : { text }),
    chainName: (id) => chains[id]?.name[locale] || chains[id]?.name["zh-CN"] || id,
    chainKnown: (id) => id in chains,
  };
}

/** Where somebody starts, by the `to` of a role. */
export const doors: Readonly<Record<string, string>> = {
  submit: paths.submitProject,
  need: paths.publishDemand,
  activities: paths.activities,
  join: paths.joinTalents,
};

/** A path without its language, whichever language it is in. */
export const barePath = (path: string): string => (path === "/en" ? "/" : path.startsWith("/en/") ? path.slice(3) : path);

/** `one|other` by number, with `{n}` filled in. Chinese texts have one form. */
export function many(text: string, n: number): string {
  const [one = "", other = one] = text.split("|");
  return fill(n === 1 ? one : other, { n });
}

/** The first `max` characters in one line, for descriptions that machines show. */
export function brief(text: string, max = 150): string {
  const line = text
    .replace(/[#*_`>[\]()!]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const letters = [...line];
  return letters.length > max ? `${letters.slice(0, max - 1).join("")}…` : line;
}

/** What a machine shows below a page's title: its own description, behind the title where it says too little alone. */
export function describe(title: string, description: string, locale: Locale): string {
  const own = brief(description);
  return [...own].length < 12 ? brief(`${title}${locale === "en" ? ": " : "："}${own}`) : own;
}
