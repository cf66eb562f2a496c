import { analyse } from "./analyse.ts";
import type { Marks } from "./match.ts";
import type { Segment } from "./schema.ts";

/** Where in a text something answers, and by which term; in UTF-16 units, rising. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly term: string;
}

/** How many of the syllables from `at` on make up the letters, the last of them perhaps unfinished; 0 where they do not. */
function spoken(syllables: readonly string[], at: number, letters: string): number {
  let said = "";
  for (let i = at; i < syllables.length && said.length < letters.length; i++) {
    if (!syllables[i]) return 0;
    said += syllables[i];
    if (said.length >= letters.length) return said.startsWith(letters) ? i - at + 1 : 0;
    if (!letters.startsWith(said)) return 0;
  }
  return 0;
}

/** Where a text answers. `sounds`: how its Han characters sound, where that is known. */
export function spansOf(text: string, { terms, begins, sounds, initials }: Marks, said: readonly string[] = []): Span[] {
  const tokens = analyse(text);
  const spans: Span[] = tokens.filter(
    ({ term, kind }) => terms.has(term) || (kind === "word" && begins.some((beginning) => term.startsWith(beginning))),
  );
  if (said.length && sounds.length + initials.length) {
    const han = tokens.filter(({ kind }) => kind === "character" || kind === "lone");
    let first = 0;
    for (const run of said) {
      const syllables = run.split(" ");
      syllables.forEach((_, at) => {
        const found = [
          ...sounds.map((letters) => ({ term: letters, length: spoken(syllables, at, letters) })),
          ...initials.map((letters) => ({
            term: letters,
            length: [...letters].every((letter, i) => syllables[at + i]?.[0] === letter) ? letters.length : 0,
          })),
        ];
        for (const { term, length } of found)
          if (length) spans.push({ term, from: han[first + at]?.from ?? 0, to: han[first + at + length - 1]?.to ?? 0 });
      });
      first += syllables.length;
    }
  }
  return spans.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The text from `from` to `to` in pieces, those within spans as hits. Spans that touch are one piece. */
export function segmentsOf(text: string, spans: readonly Span[], from = 0, to = text.length): Segment[] {
  const pieces: { text: string; hit?: true }[] = [];
  const put = (start: number, end: number, hit: boolean) => {
    if (start >= end) return;
    const last = pieces.at(-1);
    if (last && Boolean(last.hit) === hit) last.text += text.slice(start, end);
    else pieces.push({ text: text.slice(start, end), ...(hit ? { hit: true } : {}) });
  };
  let at = from;
  for (const span of spans) {
    const end = Math.min(span.to, to);
    if (end <= at) continue;
    const start = Math.max(span.from, at);
    if (start >= to) break;
    put(at, start, false);
    put(start, end, true);
    at = end;
  }
  put(at, to, false);
  return pieces;
}

/** A text with what answers in it. */
export const highlighted = (text: string, marks: Marks, said?: readonly string[]): Segment[] =>
  segmentsOf(text, spansOf(text, marks, said));
