/** A sentence or a part of one, and where it stands in its text. */
export interface Passage {
  readonly text: string;
  readonly from: number;
}

const longest = 120;

/** A text in passages: by sentences, and those that are long by their clauses. */
export function passagesOf(text: string): Passage[] {
  const passages: Passage[] = [];
  for (const sentence of text.matchAll(/[^。！？!?；;\n]+[。！？!?；;]?/g)) {
    if (sentence[0].length <= longest) passages.push({ text: sentence[0], from: sentence.index });
    else
      for (const clause of sentence[0].matchAll(/[^，,：:]+[，,：:]?/g))
        passages.push({ text: clause[0], from: sentence.index + clause.index });
  }
  return passages.flatMap(({ text: given, from }) => {
    const trimmed = given.trim();
    return trimmed ? [{ text: trimmed, from: from + given.indexOf(trimmed) }] : [];
  });
}
