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

/** What should be checked with the enterprise. */
export const notesOn = ({ creditCode, indicators }: Pick<DemandRecord, "creditCode" | "indicators">): DemandNote[] => [
  ...(creditCode && !isCreditCode(creditCode) ? (["credit-code"] as const) : []),
  ...(indicators.some(lacksUnit) ? (["unit"] as const) : []),
];

/** The record with what should be checked, without who changed it last: its enterprise reads it too. */
export const toDetail = ({ createdAt, updatedAt, updatedBy, person, ...demand }: DemandRecord & Stored): DemandDetail => ({
  ...demand,
  notes: notesOn(demand),
});
