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

/** The text in one line, or in two that are about as long; what does not fit is cut. */
export function inTwoLines(text: string, width: number, size: number): string[] {
  if (widthOf(text, size) <= width) return [text];
  const words = text.match(pieces) ?? [text];
  let best: readonly [string, string] | undefined;
  for (let at = 1; at < words.length; at += 1) {
    const first = words.slice(0, at).join("").trimEnd();
    const second = words.slice(at).join("").trim();
    if (widthOf(first, size) > width) break;
    if (best && widthOf(first, size) > widthOf(second, size) && widthOf(best[1], size) <= width) break;
    best = [first, second];
  }
  return best ? [best[0], cut(best[1], width, size)] : [cut(text, width, size)];
}
