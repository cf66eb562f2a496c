import { build, type Entry, type Library, leadOf, loaded } from "../search/index.ts";

/** What is on offer, as texts: a patent, a listed project. Plain text, in whatever language it is written. */
export interface Offer {
  readonly id: string;
  readonly title: string;
  /** What it is about: an abstract, the problem that it solves. */
  readonly text: string;
  /** What is said at length: claims, comparisons. */
  readonly more?: string | undefined;
  /** Names that it goes by: key words, classes. */
  readonly names?: readonly string[] | undefined;
  /** What else is known of it, as JSON. */
  readonly payload?: string | undefined;
}

const longest = 8000;

/**
 * An offer as the search engine keeps it. Its first clause is kept once more by itself, for there a patent says what it is (一种花生播种机);
 * nobody types here, so there are no sounds.
 */
export function entryOf({ id, title, text, more, names = [], payload = "" }: Offer): Entry {
  const lead = leadOf(text);
  return {
    document: {
      id,
      kind: "",
      title: { "zh-CN": title.toWellFormed() },
      names: [...(lead ? [lead.toWellFormed()] : []), ...names],
      summary: { "zh-CN": text.slice(0, longest).toWellFormed() },
      ...(more ? { body: { "zh-CN": more.slice(0, longest).toWellFormed() } } : {}),
      facets: {},
      order: "",
      payload,
    },
    sounds: { title: [], names: [], chains: [] },
  };
}

/** The bytes of an index of offers; the order in which they come does not matter. */
export function indexOffers(offers: Iterable<Offer>): Uint8Array {
  return build(
    (function* () {
      for (const offer of offers) yield entryOf(offer);
    })(),
  );
}

/** @throws BrokenIndex */
export const openOffers = (bytes: Uint8Array): Library => loaded(bytes);
