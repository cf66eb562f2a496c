import type { Criterion, Scale } from "./schema.ts";
import { scales } from "./schema.ts";

/** A score that was handed in, as far as results need it. */
export interface Given {
  readonly entryId: string;
  readonly jurorId: string;
  readonly scores: Readonly<Record<string, number>>;
}

export interface Result {
  /** 0 to 100, to two decimals. */
  readonly value: number;
  /** 1 is the best; those who are level share a rank. */
  readonly rank: number;
  readonly tied: boolean;
}

/** Marks by their weights, 0 for the lowest of the scale and 100 for the highest. */
export function weighted(scores: Readonly<Record<string, number>>, criteria: readonly Criterion[], scale: Scale): number {
  const [low, high] = scales[scale];
  let [sum, weights] = [0, 0];
  for (const { id, weight } of criteria) {
    sum += weight * (((scores[id] ?? low) - low) / (high - low)) * 100;
    weights += weight;
  }
  return weights ? sum / weights : 0;
}

/**
 * The result of each project that has a score, by its id. Standardised, each juror's marks are moved to the mean and the spread of all marks first, so
 * that a strict juror and a mild one count the same; one who gave the same to all, or scored one project only, counts with the mean.
 */
export function resultsOf(
  given: readonly Given[],
  {
    criteria,
    scale,
    standardised,
  }: { readonly criteria: readonly Criterion[]; readonly scale: Scale; readonly standardised: boolean },
): ReadonlyMap<string, Result> {
  const marked = given.map((one) => ({ ...one, total: weighted(one.scores, criteria, scale) }));
  const all = spread(marked.map(({ total }) => total));
  const byJuror = new Map(
    [...grouped(marked, ({ jurorId }) => jurorId)].map(([id, list]) => [id, spread(list.map(({ total }) => total))]),
  );
  const fair = ({ jurorId, total }: (typeof marked)[number]) => {
    const own = byJuror.get(jurorId);
    if (!standardised || !own) return total;
    return own.deviation ? all.mean + ((total - own.mean) / own.deviation) * all.deviation : all.mean;
  };
  const values = [...grouped(marked, ({ entryId }) => entryId)].map(
    ([id, list]) => [id, Math.round(spread(list.map(fair)).mean * 100) / 100] as const,
  );
  return new Map(
    values.map(([id, value]) => [
      id,
      {
        value,
        rank: 1 + values.filter(([, other]) => other > value).length,
        tied: values.some(([other, same]) => other !== id && same === value),
      },
    ]),
  );
}

function grouped<T>(list: readonly T[], by: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(by(one));
    if (group) group.push(one);
    else groups.set(by(one), [one]);
  }
  return groups;
}

function spread(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((a, b) => a + b, 0) / (values.length || 1);
  const deviation = Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / (values.length || 1));
  return { mean, deviation: deviation < 1e-9 ? 0 : deviation };
}
