import { diffArrays } from "diff";

/** A piece of a text that stayed, came or went. */
export interface Piece {
  readonly text: string;
  readonly kind: "same" | "added" | "removed";
}

const segmenter = new Intl.Segmenter("zh-CN", { granularity: "word" });
/** Milliseconds for a paragraph, and for finding which paragraphs belong together: texts that have nothing in common would take for ever. */
const patience = 300;

const kindOf = ({ added, removed }: { added: boolean; removed: boolean }): Piece["kind"] =>
  added ? "added" : removed ? "removed" : "same";

/** By words, in Chinese too, which writes none between spaces. */
function byWords(before: string, after: string): Piece[] {
  const words = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);
  const parts = diffArrays(words(before), words(after), { timeout: patience });
  if (parts) return parts.map((part) => ({ text: part.value.join(""), kind: kindOf(part) }));
  return [
    { text: before, kind: "removed" },
    { text: after, kind: "added" },
  ];
}

/**
 * What became of a text: each line is a list of pieces. Lines that are the same are found first, so that a text of 100,000 characters
 * takes no longer than its changes.
 */
export function differences(before: string, after: string): Piece[][] {
  const [was, is] = [before.split("\n"), after.split("\n")];
  const parts = diffArrays(was, is, { timeout: patience }) ?? [
    { value: was, added: false, removed: true },
    { value: is, added: true, removed: false },
  ];
  const lines: Piece[][] = [];
  for (let i = 0; i < parts.length; i++) {
    const [part, next] = [parts[i], parts[i + 1]];
    if (!part) break;
    if (part.removed && next?.added) {
      // Lines that were changed stand for each other in their order; what is left over came or went.
      const pairs = Math.min(part.value.length, next.value.length);
      for (let n = 0; n < pairs; n++) lines.push(byWords(part.value[n] ?? "", next.value[n] ?? ""));
      for (const text of part.value.slice(pairs)) lines.push([{ text, kind: "removed" }]);
      for (const text of next.value.slice(pairs)) lines.push([{ text, kind: "added" }]);
      i++;
    } else for (const text of part.value) lines.push([{ text, kind: kindOf(part) }]);
  }
  return lines;
}

export const isSame = (line: readonly Piece[]): boolean => line.every(({ kind }) => kind === "same");
