import { fewer, fewest } from "./schema.ts";

export interface PublicGroup {
  readonly key: string;
  readonly count: number;
}

/**
 * Puts groups of fewer than five together, so that nobody can be guessed. Where those together are still fewer, the next smallest goes with them,
 * since the difference to the total would tell them apart; where all of them are, nothing is broken down.
 */
export function masked(groups: readonly PublicGroup[]): PublicGroup[] {
  const rising = groups.filter(({ count }) => count > 0).toSorted((a, b) => a.count - b.count || a.key.localeCompare(b.key));
  let small = rising.filter(({ count }) => count < fewest).length;
  const sum = () => rising.slice(0, small).reduce((all, { count }) => all + count, 0);
  while (small > 0 && small < rising.length && sum() < fewest) small++;
  const shown = rising.slice(small).toReversed();
  const rest = sum();
  if (!rest) return shown;
  return rest < fewest ? [] : [...shown, { key: fewer, count: rest }];
}
