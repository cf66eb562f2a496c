import type { Locale } from "../platform/text.ts";
import { type Span, segmentsOf, spansOf } from "./highlight.ts";
import type { Marks } from "./match.ts";
import type { Segment } from "./schema.ts";
import type { Body } from "./segment.ts";

/** Characters of an excerpt: English needs more for as much to say. */
const lengths: Readonly<Record<Locale, number>> = { "zh-CN": 120, en: 200 };
/** How far from where it would be cut a sentence may begin, so that it is cut there. */
const nearby = 24;
const mostSpans = 400;

interface Passage {
  readonly from: number;
  readonly to: number;
  readonly worth: number;
}

/** The stretch no longer than `length` that has the most different terms, then the most hits. Spans rise by where they begin. */
function bestPassage(spans: readonly Span[], length: number): Passage | undefined {
  const inside = new Map<string, number>();
  let best: Passage | undefined;
  let end = 0;
  spans.forEach(({ from, term }, first) => {
    for (; end < spans.length && (spans[end] as Span).to - from <= length; end++) {
      const met = (spans[end] as Span).term;
      inside.set(met, (inside.get(met) ?? 0) + 1);
    }
    const worth = inside.size * 10 + Math.min(end - first, 9);
    if (end > first && (!best || worth > best.worth)) best = { from, to: (spans[end - 1] as Span).to, worth };
    const times = (inside.get(term) ?? 0) - 1;
    if (times > 0) inside.set(term, times);
    else inside.delete(term);
    end = Math.max(end, first + 1);
  });
  return best;
}

/** The nearest place before or at `at` where a text may be cut: not within a character, nor before what belongs to the one before. */
export function whole(text: string, at: number): number {
  let cut = Math.min(Math.max(at, 0), text.length);
  while (
    cut > 0 &&
    cut < text.length &&
    (/^[\uDC00-\uDFFF\p{M}\u200d]/u.test(text.slice(cut, cut + 2)) || text[cut - 1] === "\u200d")
  )
    cut--;
  return cut;
}

function around(text: string, { from, to }: Passage, length: number): [number, number] {
  const spare = Math.max(0, length - (to - from));
  let start = Math.max(0, Math.min(from - Math.floor(spare / 2), text.length - length));
  const before = text.slice(start, Math.min(from, start + nearby));
  const sentence = /^.*?[。！？；!?;\n]\s*|^.*?[，,、]\s*|^\S*\s+/su.exec(before);
  if (start > 0) start = whole(text, start + (sentence?.[0].length ?? 0));
  const end = whole(text, start + length);
  return [start, Math.max(end, to)];
}

/** The best passage of summary or body, in the reader's language where there is one, cut where a sentence begins if it can be. */
export function excerptOf(
  { summary, body }: Body,
  marks: Marks,
  reader: Locale,
): { readonly excerpt: readonly Segment[]; readonly excerptLocale: Locale } | undefined {
  for (const locale of [reader, reader === "en" ? "zh-CN" : "en"] as const) {
    const length = lengths[locale];
    const passages = [summary?.[locale], body?.[locale]].flatMap((text) => {
      if (!text) return [];
      const spans = spansOf(text, marks).slice(0, mostSpans);
      const passage = bestPassage(spans, length);
      return passage ? [{ text, spans, passage }] : [];
    });
    const best = passages.reduce<(typeof passages)[number] | undefined>(
      (one, other) => (one && one.passage.worth >= other.passage.worth ? one : other),
      undefined,
    );
    if (!best) continue;
    const [from, to] = around(best.text, best.passage, length);
    const pieces = segmentsOf(best.text, best.spans, from, to);
    return {
      excerptLocale: locale,
      excerpt: [...(from > 0 ? [{ text: "…" }] : []), ...pieces, ...(to < best.text.length ? [{ text: "…" }] : [])],
    };
  }
  return undefined;
}
