import { monotonicFactory } from "ulid";

/** Makes prefixed ULIDs that rise within one process, from the given clock. */
export function idFactory(now: () => Date): (prefix: string) => string {
  const next = monotonicFactory();
  return (prefix) => `${prefix}_${next(now().getTime()).toLowerCase()}`;
}
