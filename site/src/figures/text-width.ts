const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;
/** Pieces between which a line may break: words, and Han characters with the punctuation that stays with them. */
const pieces =
  /[（《“‘【]*[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}][）》”’】、，。：；！？]*|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+\s*|\s+/gu;

/** About how wide a text is, in px: Han characters and full-width signs are as wide as high, others a good half. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((all, letter) => all + (wide.test(letter) ? 1 : 0.56), 0) * size;

/** The text as far as it fits, with an ellipsis where it goes on. */
export function cut(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && widthOf(`${letters.join("")}…`, size) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

/** The text in at most two lines. */
export function inTwoLines(text: string, width: number, size: number): string[] {
  if (widthOf(text, size) <= width) return [text];
  const words = text.match(pieces) ?? [text];
  let first = "";
  let at = 0;
  for (; at < words.length && widthOf((first + words[at]).trimEnd(), size) <= width; at += 1) first += words[at];
  if (at === 0) return [cut(text, width, size)];
  return [first.trimEnd(), cut(words.slice(at).join("").trim(), width, size)];
}
