import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { indexOffers, openOffers } from "../../packages/core/src/matching/offer.ts";
import { rank } from "../../packages/core/src/search/rank.ts";
import { bm25 } from "./matching/bm25.ts";
import { type Collection, readCollection, readJudgements, type Text } from "./matching/collection.ts";
import { bootstrap, type Measured, measure, measures } from "./matching/measures.ts";
import { measurePatents } from "./matching/patents.ts";
import type { Bench, Figure } from "./run.ts";

/** How many documents of a query are written with `--out`. */
const written = 100;
const at = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** Some systems' ways to put documents in order for a query, best first. */
type Order = (query: Text) => readonly { readonly id: string; readonly score: number }[];

function byScore(corpus: readonly Text[], scores: Float64Array) {
  return corpus
    .map(({ id }, n) => ({ id, score: scores[n] as number }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

const measured = ({ queries, judged }: Collection, order: Order, judgedOnly: boolean): Measured[] =>
  queries.map((query) => {
    const grades = judged.get(query.id) ?? new Map<string, number>();
    const ranked = order(query).filter(({ id }) => !judgedOnly || grades.has(id));
    return measure(
      ranked.map(({ id }) => id),
      grades,
    );
  });

function* figures(name: string, all: readonly Measured[]): Generator<Figure> {
  for (const one of measures) {
    const { mean, low, high } = bootstrap(all.map((values) => values[one]));
    yield { metric: `${name}${one}`, value: round(mean), unit: "" };
    yield { metric: `${name}${one}-low`, value: round(low), unit: "" };
    yield { metric: `${name}${one}-high`, value: round(high), unit: "" };
  }
}

/** Ours less theirs, query by query; the whole interval above 0 says that it is no chance. */
function* gains(name: string, ours: readonly Measured[], theirs: readonly Measured[]): Generator<Figure> {
  for (const one of measures) {
    const { mean, low, high } = bootstrap(ours.map((values, n) => values[one] - (theirs[n] as Measured)[one]));
    yield { metric: `${one}-over-${name}`, value: round(mean), unit: "" };
    yield { metric: `${one}-over-${name}-low`, value: round(low), unit: "", limit: "above 0" };
    yield { metric: `${one}-over-${name}-high`, value: round(high), unit: "" };
  }
}

async function* measureAll(args: readonly string[]): AsyncGenerator<Figure> {
  const { values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: "string" },
      judgements: { type: "string" },
      patents: { type: "string" },
      out: { type: "string" },
      "judged-only": { type: "boolean", default: false },
    },
  });
  const { data, judgements } = values;
  if (values.patents) return yield* measurePatents(Number(values.patents));
  if (!data === !judgements)
    throw new Error(
      "--data DIR: a folder with corpus.jsonl, queries.jsonl, qrels.tsv; --judgements FILE: what brokers judged, as the console exports it; or --patents N: an index of so many in a store.",
    );
  const collection = judgements ? readJudgements(judgements) : readCollection(data ?? "");
  if (!collection.queries.length) throw new Error("There is no query that has an answer in the corpus.");
  const { corpus, queries } = collection;
  const began = performance.now();
  const bytes = indexOffers(corpus);
  yield { metric: "index-time", value: Math.round(performance.now() - began), unit: "ms" };
  yield { metric: "index-bytes", value: bytes.length, unit: "bytes" };

  const loading = performance.now();
  const library = openOffers(bytes);
  if (queries[0]) rank(library, queries[0], 10);
  yield {
    metric: "cold-load",
    value: round(performance.now() - loading),
    unit: "ms",
    limit: "at most 500, first answer included",
  };

  const took: number[] = [];
  const depth = values["judged-only"] ? corpus.length : written;
  const out: string[] = [];
  const ours = measured(
    collection,
    (query) => {
      const start = performance.now();
      const ranked = rank(library, query, depth);
      took.push(performance.now() - start);
      return ranked;
    },
    values["judged-only"],
  );
  yield { metric: "query-p50", value: round(at(took, 0.5)), unit: "ms" };
  yield { metric: "query-p95", value: round(at(took, 0.95)), unit: "ms", limit: "at most 25" };
  yield* figures("", ours);

  const baseline = bm25(corpus);
  const plain = measured(collection, (query) => byScore(corpus, baseline(query, false)), values["judged-only"]);
  yield* figures("bm25-", plain);
  const once = measured(collection, (query) => byScore(corpus, baseline(query, true)), values["judged-only"]);
  yield* figures("bm25-once-", once);
  yield* gains("bm25", ours, plain);
  yield* gains("bm25-once", ours, once);

  if (values.out) {
    for (const query of queries)
      for (const { id, score } of rank(library, query, depth)) {
        if (!values["judged-only"] || collection.judged.get(query.id)?.has(id)) out.push(`${query.id}\t${id}\t${score}`);
      }
    writeFileSync(values.out, `${out.join("\n")}\n`);
  }
}

export const bench: Bench = {
  name: "matching",
  about:
    "texts ranked for each query of a judged collection (--data DIR, --judgements FILE with what brokers judged, or --patents N for the index of so many in a store; --judged-only, --out FILE), beside BM25 over characters and pairs: bm25 counts a term of the query as often as it stands there, bm25-once once; 95 % bootstrap intervals over queries",
  measure: measureAll,
};
