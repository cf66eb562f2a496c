import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Text {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** What researchers exchange: texts, queries, and which texts answer which query how well (0 is: not at all). */
export interface Collection {
  readonly corpus: readonly Text[];
  /** Those that have an answer in the corpus. */
  readonly queries: readonly Text[];
  readonly judged: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

interface Judgement {
  readonly need: Text;
  readonly offer: Text;
  readonly suitable: boolean;
}

const lines = (folder: string, file: string) =>
  readFileSync(join(folder, file), "utf8")
    .split("\n")
    .filter((line) => line.trim());
const texts = (folder: string, file: string): Text[] =>
  lines(folder, file).map((line) => {
    const { id, title, text } = JSON.parse(line) as Partial<Text>;
    return { id: String(id), title: title ?? "", text: text ?? "" };
  });

export function readCollection(folder: string): Collection {
  const corpus = texts(folder, "corpus.jsonl");
  const ids = new Set(corpus.map(({ id }) => id));
  const judged = new Map<string, Map<string, number>>();
  for (const line of lines(folder, "qrels.tsv")) {
    const [query = "", document = "", grade = "1"] = line.trim().split("\t");
    if (!ids.has(document)) continue;
    const of = judged.get(query) ?? new Map<string, number>();
    judged.set(query, of.set(document, Number(grade)));
  }
  const answered = ({ id }: Text) => [...(judged.get(id)?.values() ?? [])].some((grade) => grade > 0);
  return { corpus, queries: texts(folder, "queries.jsonl").filter(answered), judged };
}

/** What brokers judged, page after page as `/api/console/matches/judgements` answers, or its items a line. The later word on a pair counts. */
export function readJudgements(file: string): Collection {
  const items = lines("", file).flatMap((line) => {
    const read = JSON.parse(line) as Judgement | { readonly items: readonly Judgement[] };
    return "items" in read ? read.items : [read];
  });
  const corpus = new Map<string, Text>();
  const queries = new Map<string, Text>();
  const judged = new Map<string, Map<string, number>>();
  for (const { need, offer, suitable } of items) {
    corpus.set(offer.id, offer);
    queries.set(need.id, need);
    judged.set(need.id, (judged.get(need.id) ?? new Map<string, number>()).set(offer.id, suitable ? 1 : 0));
  }
  const answered = ({ id }: Text) => [...(judged.get(id)?.values() ?? [])].includes(1);
  return { corpus: [...corpus.values()], queries: [...queries.values()].filter(answered), judged };
}
