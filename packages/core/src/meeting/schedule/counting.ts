/** Adds clauses; variables are numbers from 1, a negative one is its opposite. */
export interface Clauses {
  fresh(): number;
  add(...literals: number[]): void;
}

/**
 * Outputs that count true literals: the first is true when one or more are, the second when two or more, up to `most` (totalizer, Bailleux and Boufkhad 2003).
 * With `exact`, an output is also false when there are fewer; that only holds below the cut at `most`.
 */
export function count(clauses: Clauses, literals: readonly number[], most: number, exact = false): number[] {
  if (literals.length <= 1 || most < 1) return literals.slice(0, Math.max(0, most));
  const half = literals.length >> 1;
  const left = count(clauses, literals.slice(0, half), most, exact);
  const right = count(clauses, literals.slice(half), most, exact);
  const outputs = Array.from({ length: Math.min(most, left.length + right.length) }, () => clauses.fresh());
  for (let i = 0; i <= left.length; i++)
    for (let j = 0; j <= right.length; j++) {
      if (i + j > 0) clauses.add(...negated(left[i - 1], right[j - 1]), outputs[Math.min(i + j, outputs.length) - 1] as number);
      // Fewer than i + 1 on the left and than j + 1 on the right are fewer than i + j + 1 in all.
      if (exact && i + j < outputs.length) clauses.add(...present(left[i], right[j]), -(outputs[i + j] as number));
    }
  return outputs;
}

/** At most `most` of the literals are true. */
export function atMost(clauses: Clauses, literals: readonly number[], most: number): void {
  if (literals.length <= most) return;
  const over = count(clauses, literals, most + 1)[most];
  if (over !== undefined) clauses.add(-over);
}

/** At most one of the literals is true. */
export function oneAtMost(clauses: Clauses, literals: readonly number[]): void {
  for (const [i, a] of literals.entries()) for (const b of literals.slice(i + 1)) clauses.add(-a, -b);
}

const present = (...literals: readonly (number | undefined)[]) => literals.filter((literal) => literal !== undefined);
const negated = (...literals: readonly (number | undefined)[]) => present(...literals).map((literal) => -literal);
