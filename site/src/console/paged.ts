import { useCallback, useEffect, useState } from "preact/hooks";
import { api } from "./api.ts";

interface Page<T> {
  readonly items: readonly T[];
  readonly cursor?: string;
}

interface Paged<T> {
  /** Absent while the first page is on its way. */
  readonly items: readonly T[] | undefined;
  readonly problem: string | undefined;
  readonly more: (() => void) | undefined;
  readonly busy: boolean;
  readonly reload: () => void;
}

/** A list that the API gives page by page; `path` without a cursor names it, and a new path starts it anew. */
export function usePaged<T>(path: string): Paged<T> {
  const [state, setState] = useState<{ items?: readonly T[]; cursor?: string | undefined; problem?: string }>({});
  const [busy, setBusy] = useState(false);
  const [round, setRound] = useState(0);

  const load = useCallback(
    async (before: readonly T[], cursor?: string, signal?: AbortSignal) => {
      setBusy(true);
      try {
        const address = cursor ? `${path}${path.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(cursor)}` : path;
        const page = await api<Page<T>>(address, signal ? { signal } : {});
        setState({ items: [...before, ...page.items], cursor: page.cursor });
      } catch (error) {
        if (!signal?.aborted) setState({ items: before, problem: error instanceof Error ? error.message : String(error) });
      } finally {
        if (!signal?.aborted) setBusy(false);
      }
    },
    [path],
  );

  useEffect(() => {
    const stop = new AbortController();
    setState({});
    void load([], undefined, stop.signal);
    return () => stop.abort();
  }, [load, round]);

  const { items, cursor, problem } = state;
  return {
    items,
    problem,
    busy,
    more: cursor ? () => void load(items ?? [], cursor) : undefined,
    reload: () => setRound((n) => n + 1),
  };
}
