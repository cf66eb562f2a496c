import type { Indicator } from "../demand/schema.ts";
import { analyse } from "../search/index.ts";
import type { Passage } from "./passages.ts";
import { inBase, type Quantity, quantitiesIn } from "./quantity.ts";
import { verdicts } from "./schema.ts";
import { fromBase, type Unit, unitOf } from "./units.ts";

/**
 * 指标缺口. `met`: a passage names it with a number that is enough; `short`: with one that is not; `unclear`: with one that cannot be compared (no
 * unit, another kind, a bound that leaves it open, words); `named`: without a number; `missing`: no passage names it.
 */
export type Verdict = (typeof verdicts)[number];

export interface ComparedIndicator {
  readonly indicator: Indicator;
  readonly verdict: Verdict;
  readonly passage?: Passage;
  /** As it stands in the passage. */
  readonly found?: string;
  /** By how much it falls short, in the need's unit. */
  readonly gap?: number;
}

/** How much of an indicator's name a passage must have to name it. */
const enough = 0.6;

const termsOf = (text: string) => {
  const tokens = analyse(text);
  const strong = tokens.filter(({ kind }) => kind !== "character");
  return new Set((strong.length ? strong : tokens).map(({ term }) => term));
};

/** Where a passage names the indicator, the end of the first of its terms; -1 where it does not. */
function namedAt(name: ReadonlySet<string>, { text }: Passage): number {
  const tokens = analyse(text).filter(({ term }) => name.has(term));
  const had = new Set(tokens.map(({ term }) => term));
  return name.size && had.size / name.size >= enough ? (tokens[0]?.to ?? -1) : -1;
}

/** The number that is said of what is named at `from`: the next one, or what it was brought to: 由12%降至3%. */
function saidOf(text: string, from: number): Quantity | undefined {
  const all = quantitiesIn(text);
  const next = all.findIndex((quantity) => quantity.to > from);
  const [first, second] = [all[next], all[next + 1]];
  const between = first && second ? text.slice(first.to, second.from) : "";
  return second && /^.{0,4}(?:降|升|提高|增|减|提升|缩短|改善).{0,3}[至到为]/u.test(between) ? second : (first ?? all[0]);
}

const round = (value: number) => Number(value.toPrecision(4));

/** What is asked and what is found, both in the basic unit. */
function judge(
  { comparison }: Indicator,
  asked: { low: number; high: number },
  found: Quantity,
): { verdict: Verdict; short?: number } {
  const { low, high } = inBase(found);
  const near = 1e-9 * Math.max(Math.abs(asked.low), Math.abs(asked.high), Math.abs(low), Math.abs(high));
  const leastKnown = found.bound !== "most";
  const mostKnown = found.bound !== "least";
  if (comparison === ">=") {
    if (leastKnown && low >= asked.low - near) return { verdict: "met" };
    // At least 90 may be 95, too; up to 99 may be less.
    if (found.bound === "least" || (found.bound === "most" && high >= asked.low)) return { verdict: "unclear" };
    return { verdict: "short", short: asked.low - (leastKnown ? low : high) };
  }
  if (comparison === "<=") {
    if (mostKnown && high <= asked.high + near) return { verdict: "met" };
    if (found.bound === "most" || (found.bound === "least" && low <= asked.high)) return { verdict: "unclear" };
    return { verdict: "short", short: (mostKnown ? high : low) - asked.high };
  }
  if (found.bound) return { verdict: "unclear" };
  if (low >= asked.low - near && high <= asked.high + near) return { verdict: "met" };
  return { verdict: "short", short: Math.max(asked.low - low, high - asked.high) };
}

function compare(
  indicator: Indicator,
  asked: readonly number[],
  unit: Unit | undefined,
  passage: Passage,
  at: number,
): ComparedIndicator {
  // A grade or words are there or not.
  if (indicator.comparison === "=" && !asked.length) {
    const there = passage.text.toLowerCase().includes(indicator.value.toLowerCase());
    return { indicator, passage, ...(there ? { verdict: "met", found: indicator.value } : { verdict: "named" }) };
  }
  const quantity = saidOf(passage.text, at);
  if (!quantity) return { indicator, verdict: "named", passage };
  const found = passage.text.slice(quantity.from, quantity.to).trim();
  const [low = 0, high = low] = asked;
  // A need without a unit means that of the passage; a unit that is not known can only be compared with itself, which nobody can tell.
  const comparable = indicator.unit ? unit !== undefined && quantity.unit?.kind === unit.kind : true;
  if (!asked.length || !comparable) return { indicator, verdict: "unclear", passage, found };
  const wanted = inBase({ low, high, unit: indicator.unit ? unit : quantity.unit });
  const { verdict, short } = judge(indicator, wanted, quantity);
  if (verdict === "met" && !indicator.unit && quantity.unit) return { indicator, verdict: "unclear", passage, found };
  const back = indicator.unit ? unit : quantity.unit;
  const gap = short === undefined ? undefined : round(back ? fromBase(short, { ...back, offset: 0 }) : short);
  return { indicator, verdict, passage, found, ...(gap === undefined ? {} : { gap }) };
}

/** Each indicator of a need with the passage that answers it best. */
export function compareIndicators(indicators: readonly Indicator[], passages: readonly Passage[]): ComparedIndicator[] {
  return indicators.map((indicator) => {
    const name = termsOf(indicator.name);
    const unit = unitOf(indicator.unit);
    const asked = indicator.value
      .split("–")
      .map((part) => Number(part.replaceAll(",", "")))
      .filter((value) => !Number.isNaN(value));
    const all = passages.flatMap((passage) => {
      const at = namedAt(name, passage);
      return at < 0 ? [] : [compare(indicator, asked, unit, passage, at)];
    });
    const best = verdicts.flatMap((verdict) => all.find((one) => one.verdict === verdict) ?? [])[0];
    return best ?? { indicator, verdict: "missing" };
  });
}
