import LineBreaker from "linebreak";
import { inLatin, isClosing, isOpening, isQuote, overhang } from "./spacing.ts";

export interface Column {
  /** In em of the text. */
  readonly width: number;
  /** At most so many lines; what is longer ends in an ellipsis. */
  readonly most?: number;
  /** Lines end between Chinese words too, as far as a dictionary knows them: for titles. */
  readonly words?: boolean;
  /** The width of a text in em. */
  measure(text: string): number;
}

export interface Broken {
  readonly lines: readonly string[];
  /** Part of the text is not there. */
  readonly cut: boolean;
}

const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });
const words = new Intl.Segmenter("zh", { granularity: "word" });

/** Where a line may end (UAX #14), with Chinese quotation marks as the brackets that they are and no dot at the start of a line. */
function chunksOf(text: string, whole = false): string[] {
  const characters = [...text];
  const known = characters.map((c, i) => {
    if (c === "·" || c === "～") return "、";
    if (!isQuote(c) || inLatin(characters, i)) return c;
    return isOpening(c) ? "「" : "」";
  });
  // The same length in UTF-16, so that positions hold for the text itself.
  const breaker = new LineBreaker(known.join(""));
  const ends = whole ? new Set(Array.from(words.segment(text), ({ index }) => index).concat(text.length)) : undefined;
  const chunks: string[] = [];
  let from = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    if (ends && !ends.has(next.position)) continue;
    chunks.push(text.slice(from, next.position));
    from = next.position;
  }
  return chunks;
}

/** Breaks one paragraph into lines: no mark that closes starts one, none that opens ends one, words stay whole where they fit at all. */
export function breakLines(
  text: string,
  { width, most = Number.POSITIVE_INFINITY, words: whole = false, measure }: Column,
): Broken {
  const fits = (line: string) => measure(line.trimEnd()) - overhang(line.trimEnd()) <= width;
  const chunks = chunksOf(text.replace(/\s+/g, " ").trim(), whole).flatMap((chunk) =>
    fits(chunk) ? [chunk] : splitWord(chunk, fits),
  );
  const lines: string[] = [];
  let line = "";
  for (const chunk of chunks) {
    if (fits(line + chunk)) {
      line += chunk;
      continue;
    }
    if (lines.length + 1 >= most) return { lines: [...lines, withEllipsis(line + chunk, fits)], cut: true };
    lines.push(line.trimEnd());
    line = chunk;
  }
  if (line.trim()) lines.push(line.trimEnd());
  return { lines, cut: false };
}

/** A word that is longer than a line, in the longest pieces that fit. */
function splitWord(word: string, fits: (text: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const { segment } of graphemes.segment(word)) {
    if (piece && !fits(piece + segment)) {
      pieces.push(piece);
      piece = "";
    }
    piece += segment;
  }
  return piece ? [...pieces, piece] : pieces;
}

/** The longest beginning that fits on one line with an ellipsis behind it; whole words where there is one. */
function withEllipsis(text: string, fits: (text: string) => boolean): string {
  const ended = (parts: readonly string[]) => {
    let kept = parts.join("").trimEnd();
    while (kept && (isClosing(kept.slice(-1)) || isOpening(kept.slice(-1)) || /[\s.,;:!?—…]/.test(kept.slice(-1))))
      kept = kept.slice(0, -1);
    return `${kept}…`;
  };
  const longest = (parts: readonly string[]) => {
    let [low, high] = [0, parts.length];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (fits(ended(parts.slice(0, middle)))) low = middle;
      else high = middle - 1;
    }
    return ended(parts.slice(0, low));
  };
  const byChunk = longest(chunksOf(text));
  return byChunk === "…" ? longest(Array.from(graphemes.segment(text), ({ segment }) => segment)) : byChunk;
}

/** What was broken, with its end marked as cut. */
export const endCut = (line: string, { width, measure }: Column): string =>
  withEllipsis(line, (text) => measure(text) - overhang(text) <= width);

/** The same number of lines, as even as they can be: for titles. */
export function balanceLines(text: string, column: Column): Broken {
  const broken = breakLines(text, column);
  if (broken.cut || broken.lines.length < 2) return broken;
  let [low, high] = [column.width / 2, column.width];
  let best = broken;
  for (let i = 0; i < 7; i++) {
    const width = (low + high) / 2;
    const tried = breakLines(text, { ...column, width });
    if (!tried.cut && tried.lines.length === broken.lines.length) {
      best = tried;
      high = width;
    } else low = width;
  }
  return best;
}
