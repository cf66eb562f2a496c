import { allChains } from "../taxonomy/index.ts";
import type { Chain } from "../taxonomy/schema.ts";
import { analyse, type Token } from "./analyse.ts";

/** A way to name something: its terms place by place, and those by which a document is found to have it. */
interface Name {
  readonly places: readonly string[];
  readonly terms: readonly string[];
}

const isPlace = ({ kind }: Token) => kind === "character" || kind === "lone" || kind === "word";

/** The terms that a document must have to have the text: pairs, single characters, words. */
const needed = (tokens: readonly Token[]) =>
  tokens.filter(({ kind }) => kind !== "character" && kind !== "compound").map(({ term }) => term);

/** 商用车（重卡） names two things; so does a name with what it is short for in brackets. */
function namesOf({ name, aliases }: Chain): Name[] {
  const texts = [name["zh-CN"], name.en, ...aliases].flatMap((text) => [text.replace(/[（(].*?[）)]/g, ""), ...inBrackets(text)]);
  const names = [...new Set(texts)].map((text) => {
    const tokens = analyse(text);
    return { places: tokens.filter(isPlace).map(({ term }) => term), terms: [...new Set(needed(tokens))] };
  });
  return names.filter(({ places }) => places.length);
}
const inBrackets = (text: string) => [...text.matchAll(/[（(](.*?)[）)]/g)].map((found) => found[1] ?? "");

let byFirst: Map<string, { name: Name; others: readonly Name[] }[]> | undefined;

function index(): NonNullable<typeof byFirst> {
  const made: NonNullable<typeof byFirst> = new Map();
  for (const names of allChains.map(namesOf))
    for (const name of names) {
      const first = name.places[0] as string;
      made.set(first, [...(made.get(first) ?? []), { name, others: names.filter((other) => other !== name) }]);
    }
  for (const list of made.values()) list.sort((x, y) => y.name.places.length - x.name.places.length);
  return made;
}

/** What else a chain is called whose name stands in a query: the places of the name, and for each other name the terms that all must be there. */
export interface Synonym {
  readonly place: number;
  readonly places: number;
  readonly others: readonly (readonly string[])[];
}

export function synonymsIn(tokens: readonly Token[]): Synonym[] {
  byFirst ??= index();
  const places = tokens.filter(isPlace).map(({ term }) => term);
  const found: Synonym[] = [];
  for (let place = 0; place < places.length; ) {
    const match = byFirst
      .get(places[place] as string)
      ?.find(({ name }) => name.places.every((term, i) => places[place + i] === term));
    if (match) found.push({ place, places: match.name.places.length, others: match.others.map(({ terms }) => terms) });
    place += match?.name.places.length ?? 1;
  }
  return found;
}
