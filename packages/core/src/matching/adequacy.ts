/**
 * How likely it is that an offer answers a need, from the score of its best one: a logistic curve over its logarithm, fitted where a quarter of
 * needs has no answer. How, and how good it is on what it was not fitted on: decision 22.
 */
const at = 5.1;
const slope = 1.79;

export function likelihood(bestScore: number): number {
  return bestScore > 0 ? 1 / (1 + Math.exp(-(at + slope * Math.log(bestScore)))) : 0;
}

/** Below this a need is told that there is no adequate supply for it. */
export const adequateFrom = 0.5;
