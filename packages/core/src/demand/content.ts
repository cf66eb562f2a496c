import { isCreditCode } from "../organisation/index.ts";
import type { Stored } from "../platform/entity.ts";
import { written } from "../platform/text.ts";
import type { DemandRecord } from "./entity.ts";
import type { DemandDetail, DemandNote, Indicator, SubmitDemand } from "./schema.ts";

type Filled = Omit<SubmitDemand, "email" | "consent" | "submission">;
type Said = Omit<Filled, "name" | "phone" | "title" | "problem" | "scenario" | "effect"> &
  Pick<DemandRecord, "title" | "problem" | "scenario" | "effect" | "contact">;

/** What a form fills in, as the record holds it. */
export function content(input: Filled, email: string): Said {
  const { name, phone, title, problem, scenario, effect, ways, ...same } = input;
  const { locale } = input;
  return {
    ...same,
    title: written(title, locale),
    problem: written(problem, locale),
    scenario: scenario ? written(scenario, locale) : undefined,
    effect: effect ? written(effect, locale) : undefined,
    ways: [...new Set(ways)],
    contact: { name, email, phone },
  };
}

const lacksUnit = ({ comparison, value, unit }: Indicator) => !unit && (comparison !== "=" || /^[\d.,]+$/.test(value));

/** The least and the most that an indicator asks for; nothing where it asks for no number. */
function boundsOf({ comparison, value }: Indicator): { least: number; most: number } | undefined {
  const [low = Number.NaN, high = low] = value.split("–").map((part) => Number(part.replaceAll(",", "")));
  if (Number.isNaN(low) || Number.isNaN(high)) return undefined;
  return {
    least: comparison === "<=" ? Number.NEGATIVE_INFINITY : low,
    most: comparison === ">=" ? Number.POSITIVE_INFINITY : high,
  };
}

/** Two of the same name and unit of which nothing can meet both. */
const contradict = (indicators: readonly Indicator[]) =>
  indicators.some((one, i) =>
    indicators.slice(i + 1).some((other) => {
      if (one.name !== other.name || one.unit !== other.unit) return false;
      const [a, b] = [boundsOf(one), boundsOf(other)];
      return a !== undefined && b !== undefined && (a.least > b.most || b.least > a.most);
    }),
  );

/** What should be checked with the enterprise. */
export const notesOn = ({ creditCode, indicators }: Pick<DemandRecord, "creditCode" | "indicators">): DemandNote[] => [
  ...(creditCode && !isCreditCode(creditCode) ? (["credit-code"] as const) : []),
  ...(indicators.some(lacksUnit) ? (["unit"] as const) : []),
  ...(contradict(indicators) ? (["contradiction"] as const) : []),
];

/** The record with what should be checked, without who changed it last: its enterprise reads it too. */
export const toDetail = ({ createdAt, updatedAt, updatedBy, person, ...demand }: DemandRecord & Stored): DemandDetail => ({
  ...demand,
  notes: notesOn(demand),
});
