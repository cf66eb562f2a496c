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

/** The stretch no longer than `length` that has the most different terms, then the most hits. */
function bestPassage(spans: readonly Span[], length: number): Passage | undefined {
  let best: Passage | undefined;
  for (let i = 0; i < spans.length; i++) {
    const first = spans[i] as Span;
    const terms = new Set<string>();
    let [to, hits] = [first.to, 0];
    for (let k = i; k < spans.length && (spans[k] as Span).to - first.from <= length; k++) {
      const span = spans[k] as Span;
      terms.add(span.term);
      to = Math.max(to, span.to);
      hits++;
    }
    const worth = terms.size * 10 + Math.min(hits, 9);
    if (!best || worth > best.worth) best = { from: first.from, to, worth };
  }
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
