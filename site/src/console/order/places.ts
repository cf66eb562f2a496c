/** A list with what stood at one place put at another. */
export function moved<T>(all: readonly T[], from: number, to: number): T[] {
  const next = [...all];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** Where something that is dragged comes to stand: it passes a neighbour once the pointer is beyond that one's middle. */
export function placeAt(middles: readonly number[], at: number, pointer: number): number {
  let to = at;
  while (to + 1 < middles.length && pointer > (middles[to + 1] ?? 0)) to++;
  while (to > 0 && pointer < (middles[to - 1] ?? 0)) to--;
  return to;
}
