import { rangeText } from "../../view/money.ts";
import { currentLocale, t } from "../text.ts";
import { words } from "./words.ts";

/** A range in 分 of which either end may be missing: `50 万元至 80 万元`, `50 万元 起`, `面议`. */
export function amounts(from: number | undefined, to: number | undefined): string {
  const locale = currentLocale();
  const exact = (amount: number) => rangeText({ from: amount, to: amount }, locale).replace(/^about |左右$/g, "");
  if (from !== undefined && to !== undefined) return rangeText({ from, to }, locale);
  if (from !== undefined) return t(words.atLeast, { from: exact(from) });
  if (to !== undefined) return t(words.upTo, { to: exact(to) });
  return t(words.toAgree);
}
