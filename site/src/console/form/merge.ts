/** Whether two values of a form say the same; absent and undefined are the same. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The parts of two drafts that differ. */
export const differing = <D extends object>(a: D, b: D): (keyof D)[] =>
  (Object.keys({ ...a, ...b }) as (keyof D)[]).filter((part) => !same(a[part], b[part]));

/**
 * Two drafts that were made from the same one, put together: what only one of them changed is taken, and where both changed the same part
 * to something else, it is mine until somebody decides.
 */
export function merge<D extends object>(
  base: D,
  mine: D,
  theirs: D,
): { readonly draft: D; readonly clashes: readonly (keyof D)[] } {
  const changed = new Set(differing(base, theirs));
  const own = new Set(differing(base, mine));
  const draft = { ...mine };
  for (const part of changed) if (!own.has(part)) draft[part] = theirs[part];
  return { draft, clashes: [...changed].filter((part) => own.has(part) && !same(mine[part], theirs[part])) };
}
