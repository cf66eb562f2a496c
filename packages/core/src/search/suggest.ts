import type { Locale, Localised } from "../platform/text.ts";
import { say } from "../platform/text.ts";
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
const only = [Field.title, Field.titleEn, Field.names, Field.pinyin];
const nowhere: Marks = { terms: new Set(), begins: [], sounds: [], initials: [] };

const plain = (text: string) =>
  plan(text, longestPrefix)
    .tokens.filter(({ kind }) => kind !== "pair" && kind !== "compound")
    .map(({ term }) => term)
    .join(" ");
/** Whether a name has what was typed, at the beginning of a word. */
const contains = (name: string, typed: string) => ` ${plain(name)}`.includes(` ${typed}`);

/** What somebody who has typed this may look for: chains, names, titles. */
export function suggest(library: Library, prefix: string, locale: Locale): Suggestion[] {
  const asked = plan(prefix, longestPrefix);
  if (!asked.places) return [];
  const typed = plain(prefix);
  const { parts, marks, enough } = match(library, asked, only);
  const best = bestFirst(
    library,
    enough(1).found,
    parts.map(({ scores }) => scores),
    looked,
  );
  const found: Record<Suggestion["kind"], Map<string, Suggestion>> = { chain: new Map(), name: new Map(), title: new Map() };
  const put = (kind: Suggestion["kind"], text: string, said: readonly string[], id?: string) => {
    if (found[kind].size < most[kind] && !found[kind].has(text))
      found[kind].set(text, { text, kind, ...(id ? { id } : {}), segments: highlighted(text, marks, said) });
  };
  const isSaid = (text: string, said: readonly string[]) =>
    highlighted(text, { ...nowhere, sounds: marks.sounds, initials: marks.initials }, said).some(({ hit }) => hit);

  for (const { id, name, aliases } of allChains)
    if ([name["zh-CN"], name.en, ...aliases].some((one) => contains(one, typed))) put("chain", say(name, locale), [], id);
  for (const { part, document } of best) {
    const { segment } = library.parts[part] as Library["parts"][number];
    const { title, names = [], facets, sounds } = segment.head(document);
    const id = segment.ids.at(document);
    chainNames(facets).forEach(({ id: chain, name }, i) => {
      const said = sounds.chains[i] ?? [];
      if (isSaid(name["zh-CN"], said)) put("chain", say(name, locale), locale === "en" ? [] : said, chain);
    });
    names.forEach((name, i) => {
      const said = sounds.names[i] ?? [];
      if (contains(name, typed) || isSaid(name, said)) put("name", name, said);
    });
    const shown = shownTitle(title, locale, marks, sounds.title);
    if (shown) put("title", shown.text, shown.said, id);
  }
  return [...found.chain.values(), ...found.name.values(), ...found.title.values()].slice(0, mostSuggestions);
}

/** The title in the language in which it answers, the reader's first; nothing where it is not the title that answers. */
function shownTitle(title: Localised, locale: Locale, marks: Marks, said: readonly string[]) {
  const ways = [
    { text: say(title, locale), said: say(title, locale) === title["zh-CN"] ? said : [] },
    { text: title["zh-CN"], said },
    { text: title.en ?? "", said: [] },
  ];
  return ways.find((way) => highlighted(way.text, marks, way.said).some(({ hit }) => hit));
}
