import { seeded } from "../search-documents.ts";

/** Of one query: how good its first ten are. */
export interface Measured {
  readonly ndcg10: number;
  readonly recall10: number;
  readonly mrr10: number;
}
export const measures = ["ndcg10", "recall10", "mrr10"] as const;

const depth = 10;
const discount = (rank: number) => 1 / Math.log2(rank + 2);
const gain = (grades: readonly number[]) => grades.reduce((sum, grade, rank) => sum + grade * discount(rank), 0);

/** Järvelin and Kekäläinen's nDCG with linear gain, as trec_eval has it; recall; reciprocal rank of the first that answers. */
export function measure(ranked: readonly string[], grades: ReadonlyMap<string, number>): Measured {
  const got = ranked.slice(0, depth).map((id) => grades.get(id) ?? 0);
  const best = [...grades.values()].filter((grade) => grade > 0).sort((a, b) => b - a);
  const first = got.findIndex((grade) => grade > 0);
  return {
    ndcg10: gain(got) / gain(best.slice(0, depth)),
    recall10: got.filter((grade) => grade > 0).length / best.length,
    mrr10: first < 0 ? 0 : 1 / (first + 1),
  };
}

export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const times = 2000;

/** The mean and its 95 % bootstrap interval over queries (percentiles, from a seed). */
export function bootstrap(values: readonly number[], seed = 1): Interval {
  const random = seeded(seed);
  const means = Float64Array.from({ length: times }, () => {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[Math.floor(random() * values.length)] as number;
    return sum / values.length;
  }).sort();
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, low: means[Math.floor(times * 0.025)] as number, high: means[Math.floor(times * 0.975)] as number };
}
