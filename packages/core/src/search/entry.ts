import type { Localised } from "../platform/text.ts";
import { chainById } from "../taxonomy/index.ts";
import { sounds } from "./pinyin.ts";
import type { SearchDocument } from "./schema.ts";

/** A document as an index keeps it: cut to what is searched, and with how its title and names sound. */
export interface Entry {
  readonly document: SearchDocument;
  /** Of the Chinese title, of each name, of the name of each chain: see `sounds`. */
  readonly sounds: {
    readonly title: readonly string[];
    readonly names: readonly (readonly string[])[];
    readonly chains: readonly (readonly string[])[];
  };
}

const longestBody = 8000;
const longestSummary = 2000;
const longestTitle = 400;
const mostNames = 100;

/** The first characters, never half a surrogate pair. */
export function cut(text: string, characters: number): string {
  const whole = text.toWellFormed();
  if (whole.length <= characters) return whole;
  let end = 0;
  for (let n = 0; n < characters && end < whole.length; n++) end += (whole.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return whole.slice(0, end);
}

const both = (text: Localised, characters: number): Localised => ({
  "zh-CN": cut(text["zh-CN"], characters),
  ...(text.en ? { en: cut(text.en, characters) } : {}),
});

/** The names of the chains that a document belongs to, by the chain's id. */
export const chainNames = (facets: SearchDocument["facets"]): readonly { readonly id: string; readonly name: Localised }[] =>
  (facets.chain ?? []).flatMap((id) => {
    const chain = chainById[id];
    return chain ? [{ id, name: chain.name }] : [];
  });

/** Makes a document ready for an index. */
export async function prepare(given: SearchDocument): Promise<Entry> {
  const { summary, body, names } = given;
  const document: SearchDocument = {
    id: given.id.toWellFormed(),
    kind: given.kind.toWellFormed(),
    title: both(given.title, longestTitle),
    ...(names?.length ? { names: names.slice(0, mostNames).map((name) => cut(name, longestTitle)) } : {}),
    ...(summary ? { summary: both(summary, longestSummary) } : {}),
    ...(body ? { body: both(body, longestBody) } : {}),
    facets: given.facets,
    order: given.order.toWellFormed(),
    payload: given.payload,
  };
  const all = (texts: readonly string[]) => Promise.all(texts.map(sounds));
  return {
    document,
    sounds: {
      title: await sounds(document.title["zh-CN"]),
      names: await all(document.names ?? []),
      chains: await all(chainNames(document.facets).map(({ name }) => name["zh-CN"])),
    },
  };
}
