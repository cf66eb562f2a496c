/** Whether the syllables sound like the word from one of them on; a syllable may stand for itself, or be begun. */
export function soundsLike(syllables: readonly string[], word: string): boolean {
  return syllables.some((_, from) => goesOn(syllables, from, word));
}

function goesOn(syllables: readonly string[], at: number, rest: string): boolean {
  if (!rest) return true;
  const syllable = syllables[at];
  if (!syllable) return false;
  for (let length = Math.min(syllable.length, rest.length); length > 0; length--)
    if (syllable.startsWith(rest.slice(0, length)) && goesOn(syllables, at + 1, rest.slice(length))) return true;
  return false;
}
