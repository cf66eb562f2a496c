import { say } from "../platform/text.ts";
import { bestFirst, newestFirst, type Place } from "./arrange.ts";
import { corrected } from "./correct.ts";
import { excerptOf } from "./excerpt.ts";
import { Field } from "./fields.ts";
import { highlighted } from "./highlight.ts";
import type { Library } from "./library.ts";
import { type Marks, match } from "./match.ts";
import { narrow } from "./narrow.ts";
import { plan } from "./plan.ts";
import { largestPage, longestQuery, type SearchHit, type SearchQuery, type SearchResult } from "./schema.ts";

/** What the words of a query find; everything when there are none. */
interface Words {
  readonly found: readonly Uint8Array[];
  readonly scores?: readonly Float64Array[];
  readonly marks?: Marks;
  readonly corrected?: string;
}

const everything = (library: Library): Words => ({
  found: library.parts.map(({ gone }) => gone.map((one) => (one ? 0 : 1))),
});

/** Where single characters say something; in a long text they are by chance. */
const inNames = [Field.title, Field.names];

/** The strictest way that finds anything: as asked; with slips put right; with half of what is asked; with its single characters in a name. */
function findWords(library: Library, q: string): Words {
  let asked = plan(q, longestQuery);
  let matched = match(library, asked);
  const right = matched.unknown.length ? corrected(library, asked, matched.unknown) : undefined;
  if (right !== undefined) {
    asked = plan(right, longestQuery);
    matched = match(library, asked);
  }
  let enough = matched.enough();
  if (!enough.total) enough = matched.enough(0.5);
  if (!enough.total) {
    matched = match(library, plan(asked.text, longestQuery, true), inNames);
    enough = matched.most(2 / 3);
  }
  return {
    found: enough.found,
    scores: matched.parts.map(({ scores }) => scores),
    marks: matched.marks,
    ...(right !== undefined && enough.total ? { corrected: right } : {}),
  };
}

function hitOf(library: Library, { part, document }: Place, { marks }: Words, locale: SearchQuery["locale"]): SearchHit {
  const { segment } = library.parts[part] as Library["parts"][number];
  const own = {
    id: segment.ids.at(document),
    kind: segment.kinds.at(segment.kindOf[document] as number),
    payload: segment.payload(document),
  };
  if (!marks) return own;
  const { title, sounds } = segment.head(document);
  const shown = say(title, locale);
  return {
    ...own,
    title: highlighted(shown, marks, shown === title["zh-CN"] ? sounds.title : []),
    ...excerptOf(segment.body(document), marks, locale),
  };
}

const within = (value: number, least: number, most: number) =>
  Number.isNaN(value) ? least : Math.trunc(Math.min(Math.max(value, least), most));

/** Answers a query. The same library and query give the same answer, in whatever steps the library came about. */
export function search(library: Library, query: SearchQuery): SearchResult {
  const words = /^[\s\p{C}]*$/u.test(query.q.toWellFormed()) ? everything(library) : findWords(library, query.q);
  const { found, total, facets, kinds } = narrow(library, words.found, query);
  const size = within(query.size, 1, largestPage);
  const pages = Math.max(1, Math.ceil(total / size));
  const page = within(query.page, 1, pages);
  const first =
    words.scores && query.sort === "relevance"
      ? bestFirst(library, found, words.scores, page * size)
      : newestFirst(library, found, page * size);
  return {
    total,
    page,
    pages,
    hits: first.slice((page - 1) * size).map((place) => hitOf(library, place, words, query.locale)),
    facets,
    kinds,
    ...(words.corrected === undefined ? {} : { corrected: words.corrected }),
  };
}
