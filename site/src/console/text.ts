import type { Locale, Words } from "@lingxi/core/platform/text";
import { createContext } from "preact";
import { useContext } from "preact/hooks";

const key = "lingxi.locale";

/** The console's language: the one chosen before, else the browser's. */
export function startLocale(): Locale {
  const chosen = localStorage.getItem(key);
  if (chosen === "en" || chosen === "zh-CN") return chosen;
  return navigator.language.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
}

let current: Locale = "zh-CN";

/** The language that texts outside components, and requests, are in. */
export const currentLocale = (): Locale => current;

export function keepLocale(locale: Locale, remember: boolean): void {
  current = locale;
  document.documentElement.lang = locale;
  if (remember) localStorage.setItem(key, locale);
}

/** The words in the console's language, `{name}` filled in. Components render again when it changes, so call it while rendering. */
export const t = (words: Words, params: Readonly<Record<string, string | number>> = {}): string =>
  words[current].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));

export const LocaleContext = createContext<{ locale: Locale; choose: (locale: Locale) => void }>({
  locale: "zh-CN",
  choose: () => {},
});

/** The console's language and the way to change it. */
export const useLocale = () => useContext(LocaleContext);
