import { stands } from "./build.ts";
import type { Library } from "./library.ts";

/** A document by its part and its number there. */
export interface Place {
  readonly part: number;
  readonly document: number;
}

const identity = (library: Library, { part, document }: Place) => {
  const { orders, ids } = (library.parts[part] as Library["parts"][number]).segment;
  return { order: orders.at(document), id: ids.at(document) };
};

/** Which of two documents stands first when nothing else decides. Within a part they are numbered so. */
const standing = (library: Library, a: Place, b: Place): number =>
  a.part === b.part ? a.document - b.document : stands(identity(library, a), identity(library, b));

/** The first `count` of the found documents, the highest score first. */
export function bestFirst(
  library: Library,
  found: readonly Uint8Array[],
  scores: readonly Float64Array[],
  count: number,
): (Place & { readonly score: number })[] {
  const each = (visit: (part: number, document: number, score: number) => void) =>
    found.forEach((marked, part) => {
      const own = scores[part] as Float64Array;
      for (let document = 0; document < marked.length; document++)
        if (marked[document]) visit(part, document, own[document] as number);
    });
  const all: number[] = [];
  each((_part, _document, score) => all.push(score));
  // Only those that can be among the first are compared in full.
  const least = Float64Array.from(all).sort()[Math.max(0, all.length - count)] ?? 0;
  const first: (Place & { score: number })[] = [];
  each((part, document, score) => {
    if (score >= least) first.push({ part, document, score });
  });
  return first.sort((a, b) => b.score - a.score || standing(library, a, b)).slice(0, count);
}

/** The first `count` of the found documents, the greatest `order` first. */
export function newestFirst(library: Library, found: readonly Uint8Array[], count: number): Place[] {
  const next = (part: number, from: number): (Place & { order: string; id: string }) | undefined => {
    const document = (found[part] as Uint8Array).indexOf(1, from);
    return document < 0 ? undefined : { part, document, ...identity(library, { part, document }) };
  };
  const heads = found.map((_, part) => next(part, 0));
  const taken: Place[] = [];
  while (taken.length < count) {
    let first: (typeof heads)[number];
    for (const head of heads) if (head && (!first || stands(head, first) < 0)) first = head;
    if (!first) break;
    taken.push(first);
    heads[first.part] = next(first.part, first.document + 1);
  }
  return taken;
}
