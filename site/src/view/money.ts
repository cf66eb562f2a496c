import type { Locale } from "@lingxi/core/platform/text";

const groups = (n: number) => new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 }).format(n);

function chinese(yuan: number): string {
  if (yuan >= 100_000_000) return `${groups(yuan / 100_000_000)} 亿元`;
  if (yuan >= 10_000) return `${groups(yuan / 10_000)} 万元`;
  return `${groups(yuan)} 元`;
}

/** An asking range in 分 as people read it: `50 万元至 80 万元`, `CNY 500,000 to 800,000`. */
export function rangeText(asking: { readonly from: number; readonly to: number }, locale: Locale): string {
  const [from, to] = [asking.from / 100, asking.to / 100];
  if (locale === "en") return from === to ? `about CNY ${groups(from)}` : `CNY ${groups(from)} to ${groups(to)}`;
  return from === to ? `${chinese(from)}左右` : `${chinese(from)}至 ${chinese(to)}`;
}

/** A budget in 分 in as few characters as lists have room for: `50–80 万元`, `CNY 500,000–800,000`. */
export function budgetText(budget: { readonly from: number; readonly to: number }, locale: Locale): string {
  const [from, to] = [budget.from / 100, budget.to / 100];
  if (from === to) return rangeText(budget, locale);
  if (locale === "en") return `CNY ${groups(from)}–${groups(to)}`;
  const [low, high] = [chinese(from), chinese(to)];
  const unit = (text: string) => text.slice(text.indexOf(" "));
  return unit(low) === unit(high) ? `${low.slice(0, low.indexOf(" "))}–${high}` : `${low}–${high}`;
}
