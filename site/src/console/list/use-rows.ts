import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { api } from "../api.ts";

interface Page<T> {
  readonly items: readonly T[];
  readonly cursor?: string;
}

/** More than this is not brought to one screen. */
export const mostRows = 20_000;
const firstPage = 100;

export interface Rows<T> {
  /** Absent while the first page is on its way. */
  readonly rows: readonly T[] | undefined;
  readonly complete: boolean;
  /** The rows are those of the address before, until the first page of this one is here. */
  readonly stale: boolean;
  readonly busy: boolean;
  readonly problem: string | undefined;
  /** Brings the next page. */
  more(): void;
  /** Brings everything; answers it, or nothing when it was stopped or failed. Told how far it has come. */
  all(signal: AbortSignal, told: (rows: number) => void): Promise<readonly T[] | undefined>;
  reload(): void;
  /** Shows other rows in the place of these, without asking. */
  replace(change: (row: T) => T | undefined): void;
}

interface State<T> {
  readonly rows?: readonly T[];
  readonly cursor?: string | undefined;
  readonly problem?: string;
  /** What is shown was asked for by another address. */
  readonly stale?: boolean;
}

/** A list that the API gives page by page. `path` with its query names it; another path starts it anew, and what was shown stays until it is there. */
export function useRows<T>(path: string, most: number): Rows<T> {
  const [state, setState] = useState<State<T>>({});
  const [busy, setBusy] = useState(false);
  const [round, setRound] = useState(0);
  const now = useRef<State<T>>(state);
  const stop = useRef(new AbortController());
  // One page after the other, whoever asks for it.
  const flight = useRef<Promise<unknown>>(Promise.resolve());
  const put = (next: State<T>) => {
    now.current = next;
    setState(next);
  };

  /** One page after the other until there are enough rows: a filter may keep few of what the server looks at. */
  const bring = useCallback(
    async (wanted: number, size: number, signal: AbortSignal, told?: (rows: number) => void): Promise<boolean> => {
      if (signal.aborted) return false;
      setBusy(true);
      let { rows = [], cursor } = now.current;
      let first = !now.current.rows;
      try {
        while (first || (cursor && rows.length < wanted && rows.length < mostRows)) {
          const mark = cursor && !first ? `&cursor=${encodeURIComponent(cursor)}` : "";
          const page: Page<T> = await api(`${path}${path.includes("?") ? "&" : "?"}limit=${size}${mark}`, { signal });
          if (signal.aborted) return false;
          first = false;
          rows = rows.length ? [...rows, ...page.items] : page.items;
          cursor = page.cursor;
          put({ rows, cursor });
          told?.(rows.length);
        }
        return true;
      } catch (error) {
        if (!signal.aborted) put({ rows, cursor, problem: error instanceof Error ? error.message : String(error) });
        return false;
      } finally {
        if (!signal.aborted) setBusy(false);
      }
    },
    [path],
  );
  const load = useCallback(
    (...of: Parameters<typeof bring>): Promise<boolean> => {
      const mine = flight.current.then(() => bring(...of));
      flight.current = mine;
      return mine;
    },
    [bring],
  );

  useEffect(() => {
    const own = new AbortController();
    stop.current = own;
    now.current = {};
    flight.current = Promise.resolve();
    setState((before) => ({ ...before, stale: true }));
    void load(1, Math.min(firstPage, most), own.signal);
    return () => own.abort();
  }, [load, round, most]);

  const { rows, cursor, problem, stale = false } = state;
  return {
    rows,
    problem,
    busy,
    stale,
    complete: Boolean(rows) && !stale && (!cursor || (rows?.length ?? 0) >= mostRows),
    more() {
      if (!busy) void load((now.current.rows?.length ?? 0) + 1, most, stop.current.signal);
    },
    async all(signal, told) {
      const both = AbortSignal.any([signal, stop.current.signal]);
      const done = await load(mostRows, most, both, told);
      if (!stop.current.signal.aborted) setBusy(false);
      return done ? now.current.rows : undefined;
    },
    reload: () => setRound((n) => n + 1),
    replace: (change) => put({ ...now.current, rows: (now.current.rows ?? []).flatMap((row) => change(row) ?? []) }),
  };
}
