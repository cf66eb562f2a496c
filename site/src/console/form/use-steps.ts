import { useCallback, useRef } from "preact/hooks";

/** Changes of one part within so many milliseconds are undone together. */
const burst = 800;
const mostSteps = 200;

/** A draft with the way back and forth. */
export interface Steps<D> {
  readonly draft: D;
  readonly past: readonly D[];
  readonly future: readonly D[];
}

/** The history of a draft that lies in somebody's state: one step for each burst of typing, undone and done again. */
export function useSteps<D, S extends Steps<D>>(setState: (change: (now: S) => S) => void, { past, future }: Steps<D>) {
  const last = useRef({ part: "", at: 0 });
  /** Changes the draft; `part` joins what follows soon after in the same one, and nothing joins an unnamed step. */
  const step = useCallback((part: string, change: (draft: D) => D) => {
    const at = Date.now();
    const joins = part !== "" && last.current.part === part && at - last.current.at < burst;
    last.current = { part, at };
    setState((now) => ({
      ...now,
      draft: change(now.draft),
      past: joins ? now.past : [...now.past.slice(1 - mostSteps), now.draft],
      future: [],
    }));
  }, []);
  const move = (from: "past" | "future", to: "past" | "future") => () => {
    last.current = { part: "", at: 0 };
    setState((now) => {
      const next = now[from].at(-1);
      return next ? { ...now, draft: next, [from]: now[from].slice(0, -1), [to]: [...now[to], now.draft] } : now;
    });
  };
  return {
    step,
    /** Absent where there is nothing to undo, or to do again. */
    undo: past.length ? move("past", "future") : undefined,
    redo: future.length ? move("future", "past") : undefined,
  };
}
