/** Who may score a project, and who does. */
export interface Needing {
  readonly id: string;
  /** Who scores it already. */
  readonly has: readonly string[];
  /** Who must not: in conflict, or taken off. */
  readonly never: readonly string[];
}

export interface Assigned {
  readonly entryId: string;
  readonly jurorId: string;
}

/**
 * Gives each project jurors until it has enough, those with the least to do first; projects with the fewest possible jurors choose first. The same
 * input gives the same answer, in whatever order it comes.
 */
export function distributed(entries: readonly Needing[], jurors: readonly string[], each: number): Assigned[] {
  const load = new Map(jurors.map((id) => [id, entries.filter(({ has }) => has.includes(id)).length]));
  const open = ({ has, never }: Needing) => jurors.filter((id) => !has.includes(id) && !never.includes(id));
  const order = [...entries].sort((a, b) => open(a).length - open(b).length || compare(a.id, b.id));
  const given: Assigned[] = [];
  for (const entry of order) {
    const free = open(entry).sort((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0) || compare(a, b));
    for (const jurorId of free.slice(0, Math.max(0, each - entry.has.length))) {
      given.push({ entryId: entry.id, jurorId });
      load.set(jurorId, (load.get(jurorId) ?? 0) + 1);
    }
  }
  return given;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
