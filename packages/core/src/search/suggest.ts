import { type Locale, type Localised, say } from "../platform/text.ts";
import { allChains } from "../taxonomy/index.ts";
import { bestFirst } from "./arrange.ts";
import { chainNames } from "./entry.ts";
import { Field } from "./fields.ts";
import { highlighted } from "./highlight.ts";
import type { Library } from "./library.ts";
import { type Marks, match } from "./match.ts";
import { plan } from "./plan.ts";
import { mostSuggestions, type Suggestion } from "./schema.ts";

const longestPrefix = 60;
/** Documents that are looked at for what they suggest. */
const looked = 40;
const most = { chain: 2, name: 3, title: mostSuggestions };
type Kind = Suggestion["kind"];
const kinds: readonly Kind[] = ["chain", "name", "title"];
const only = [Field.title, Field.titleEn, Field.names, Field.pinyin];

const plain = (text: string) =>
  plan(text, longestPrefix)
    .tokens.filter(({ kind }) => kind !== "pair" && kind !== "compound")
    .map(({ term }) => term)
    .join(" ");
/** Whether a name has what was typed, at the beginning of a word. */
const contains = (name: string, typed: string) => ` ${plain(name)}`.includes(` ${typed}`);
const hasHit = (segments: Suggestion["segments"]) => segments.some(({ hit }) => hit);

/** What somebody who has typed this may look for: chains, names, titles; those that begin with it first. */
export function suggest(library: Library, prefix: string, locale: Locale): Suggestion[] {
  const asked = plan(prefix, longestPrefix);
  if (!asked.places) return [];
  const typed = plain(prefix);
  const { parts, marks, enough } = match(library, asked, only);
  const scores = parts.map((part) => part.scores);
  const best = bestFirst(library, enough(1).found, scores, looked);
  const spoken: Marks = { ...marks, terms: new Set(), begins: [] };
  const found = new Map<string, Suggestion>();
  const put = (kind: Kind, text: string, said: readonly string[], id?: string) => {
    if (!found.has(kind + text))
      found.set(kind + text, { text, kind, ...(id ? { id } : {}), segments: highlighted(text, marks, said) });
  };

  for (const { id, name, aliases } of allChains)
    if ([name["zh-CN"], name.en, ...aliases].some((one) => contains(one, typed))) put("chain", say(name, locale), [], id);
  for (const { part, document } of best) {
    const { segment } = library.parts[part] as Library["parts"][number];
    const { title, names = [], facets, sounds } = segment.head(document);
    chainNames(facets).forEach(({ id, name }, i) => {
      const said = sounds.chains[i] ?? [];
      if (hasHit(highlighted(name["zh-CN"], spoken, said))) put("chain", say(name, locale), locale === "en" ? [] : said, id);
    });
    names.forEach((name, i) => {
      const said = sounds.names[i] ?? [];
      if (contains(name, typed) || hasHit(highlighted(name, spoken, said))) put("name", name, said);
    });
    const shown = shownTitle(title, locale, marks, sounds.title);
    if (shown) put("title", shown.text, shown.said, segment.ids.at(document));
  }
  const all = [...found.values()];
  const begins = ({ segments }: Suggestion) => (segments[0]?.hit ? 0 : 1);
  return kinds
    .flatMap((kind) =>
      all
        .filter((one) => one.kind === kind)
        .sort((a, b) => begins(a) - begins(b))
        .slice(0, most[kind]),
    )
    .slice(0, mostSuggestions);
}

/** The title in the language in which it answers, the reader's first; nothing where it is not the title that answers. */
function shownTitle(title: Localised, locale: Locale, marks: Marks, said: readonly string[]) {
  const chinese = { text: title["zh-CN"], said };
  const english = { text: title.en ?? "", said: [] };
  const ways = locale === "en" ? [english, chinese] : [chinese, english];
  return ways.find((way) => hasHit(highlighted(way.text, marks, way.said)));
}
