import type { Locale } from "@lingxi/core/platform/text";
import { type Counts, type Figures, kinds } from "@lingxi/core/publication/schema";
import type { Chain } from "@lingxi/core/taxonomy/schema";
import type { FiguresWords } from "../text/figures.ts";

/** `Figures` with as much of each chain as the page shows; what `/figures/data.json` holds is of this shape too. */
export interface ShownFigures extends Omit<Figures, "chains"> {
  readonly chains: readonly (Counts & { readonly chain: Pick<Chain, "id" | "name"> })[];
}

/** All that the page and its script are made of. */
export interface Board {
  readonly locale: Locale;
  readonly words: FiguresWords & {
    /** What has been reached at each readiness level, from 1. */
    readonly levels: readonly string[];
  };
  readonly figures: ShownFigures;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isCounts = (value: unknown): boolean => isRecord(value) && kinds.every((kind) => isCount(value[kind]));
const isName = (value: unknown): boolean => isRecord(value) && typeof value["zh-CN"] === "string";
const isChain = (value: unknown): boolean => isRecord(value) && typeof value.id === "string" && isName(value.name);

/** The figures in a text. @throws Error when it holds none, or broken ones */
export function readFigures(text: string): ShownFigures {
  const value: unknown = JSON.parse(text);
  const whole =
    isRecord(value) &&
    isCounts(value.counts) &&
    Array.isArray(value.chains) &&
    value.chains.every((one) => isCounts(one) && isChain(one.chain)) &&
    Array.isArray(value.months) &&
    value.months.every((one) => isCounts(one) && /^\d{4}-\d{2}$/.test(String(one.month))) &&
    Array.isArray(value.trl) &&
    value.trl.every(isCount) &&
    isRecord(value.demandStates) &&
    Object.values(value.demandStates).every(isCount);
  if (!whole) throw new Error("These are no figures.");
  return value as unknown as ShownFigures;
}
