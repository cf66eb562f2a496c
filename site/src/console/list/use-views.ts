import type { ListViews } from "@lingxi/core/workspace/schema";
import { useEffect, useRef, useState } from "preact/hooks";
import { go, usePlace } from "../router.ts";
import { useSession } from "../session.ts";
import { listOf, readViews, viewsMoved, viewsNow } from "./kept-views.ts";

/** The views of the list at this address, as they are known; absent before they were read. */
export function useViews(): { readonly now: ListViews | undefined; readonly problem: string; reload(): void } {
  const { staffId } = useSession();
  const list = listOf(usePlace().path);
  const [now, setNow] = useState(() => viewsNow(list));
  const [problem, setProblem] = useState("");
  const read = (fresh: boolean) =>
    readViews(staffId, fresh).then(
      () => setProblem(""),
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
  useEffect(() => {
    const follow = () => setNow(viewsNow(list));
    addEventListener(viewsMoved, follow);
    void read(false).then(follow);
    return () => removeEventListener(viewsMoved, follow);
  }, [list, staffId]);
  return { now, problem, reload: () => void read(true) };
}

/**
 * Opens a list with its owner's default view where its address says nothing else. @returns whether it is known how the list opens; nothing is
 * drawn before, so that nothing moves afterwards
 */
export function useOpening(): boolean {
  const { path, query } = usePlace();
  const { now, problem } = useViews();
  const [open, setOpen] = useState(query.size > 0);
  const first = useRef(open);
  useEffect(() => {
    if (first.current || (!now && !problem)) return;
    first.current = true;
    const view = now?.views.find(({ id }) => id === now.preferred);
    if (view?.query && query.size === 0) go(`${path}?${view.query}`, { replace: true });
    setOpen(true);
  }, [now, problem]);
  return open;
}
