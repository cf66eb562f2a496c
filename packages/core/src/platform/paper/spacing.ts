/** How characters stand beside each other, after the Requirements for Chinese Text Layout (https://www.w3.org/TR/clreq/). All widths in em. */

const opening = new Set("（《「『【〔〈［｛“‘");
const closing = new Set("）》」』】〕〉］｝”’，。、；：");
const quotes = new Set("“”‘’");
/** What says nothing about the script that it stands in. */
const neutral = new Set([...quotes, " ", "…", "—", "·"]);
const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** What stands a full em wide beside Han: the letters themselves and the punctuation made for them. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/u;
const western = /[\p{L}\p{N}]/u;

/** A piece of a line that the font sets by itself; `gap` stands before it. */
export interface Run {
  readonly text: string;
  readonly gap: number;
  /** OpenType features: `pwid` for quotes between Latin letters, `palt` for a dot between words. */
  readonly features: readonly string[];
}

/** Between Han and a Latin letter or digit an eighth; between two marks of which the blank halves meet, half an em less. */
export function gapBetween(before: string, after: string): number {
  if (!before || !after) return 0;
  if (closing.has(before) && (opening.has(after) || closing.has(after))) return -0.5;
  if (opening.has(before) && opening.has(after)) return -0.5;
  const [a, b] = [han.test(before), han.test(after)];
  return a !== b && western.test(before) && western.test(after) ? 0.125 : 0;
}

/** The blank right half of a mark at the end of a line, which may stand outside of it. */
export const overhang = (line: string): number =>
  isClosing(line.slice(-1)) && !inLatin([...line], [...line].length - 1) ? 0.5 : 0;

export const isOpening = (c: string): boolean => opening.has(c);
export const isClosing = (c: string): boolean => closing.has(c);
export const isQuote = (c: string): boolean => quotes.has(c);

/** Whether a quotation mark or an ellipsis belongs to Latin text: what is outside of it decides, else what is inside. */
export function inLatin(characters: readonly string[], at: number): boolean {
  const next = (step: 1 | -1) => {
    let i = at + step;
    while (neutral.has(characters[i] ?? "")) i += step;
    return characters[i];
  };
  const outside = opening.has(characters[at] ?? "") ? [next(-1), next(1)] : [next(1), next(-1)];
  const neighbour = outside[0] ?? outside[1];
  return neighbour !== undefined && !wide.test(neighbour);
}

/** Splits a line where the distance or the manner changes, and between words. */
export function runsOf(line: string): Run[] {
  const characters = [...line];
  const runs: { text: string; gap: number; features: readonly string[] }[] = [];
  const none: readonly string[] = [];
  const proportional: readonly string[] = ["pwid"];
  const dot: readonly string[] = ["palt"];
  let previous = "";
  let previousFeatures = none;
  for (const [i, character] of characters.entries()) {
    const latin = quotes.has(character) && inLatin(characters, i);
    const features = latin ? proportional : character === "·" ? dot : none;
    const gap = latin || previousFeatures === proportional ? 0 : gapBetween(previous, character);
    const last = runs.at(-1);
    const joins =
      last && gap === 0 && features === previousFeatures && previous !== " " && kindOf(previous) === kindOf(character);
    if (joins) last.text += character;
    else runs.push({ text: character, gap, features });
    previous = character;
    previousFeatures = features;
  }
  return runs;
}

const kindOf = (character: string) => (wide.test(character) || quotes.has(character) ? "wide" : "narrow");
