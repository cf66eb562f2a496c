import type { FullCase } from "@lingxi/core/cases/schema";
import { useEffect, useRef, useState } from "preact/hooks";
import { type Steps, useSteps } from "../../form/use-steps.ts";
import { useUnsaved } from "../../work.ts";
import { useDesk } from "./desk.ts";
import { blank, type Draft, differing, draftOf, newIdFor, type Part } from "./draft.ts";
import { forget, type Kept, keep } from "./kept.ts";

/** A draft while it is being written. */
export interface Writing {
  readonly draft: Draft;
  /** As it was last read; what is typed differs from it or not. Absent for a new case. */
  readonly base: FullCase | undefined;
  readonly dirty: boolean;
  /** When what is shown was typed, if it was brought back from the browser's storage and is not saved yet. */
  readonly restored: string | undefined;
  readonly newId: string;
  put<P extends Part>(part: P): (value: Draft[P], apart?: boolean) => void;
  /** Replaces the whole draft, as one step that can be undone. */
  replace(draft: Draft): void;
  /** Makes a version the base; the draft becomes that too unless another is given. */
  rebase(base: FullCase, draft?: Draft): void;
  /** Shows what was kept. */
  bringBack(kept: Kept, base: FullCase | undefined): void;
  /** Back to the base. */
  discard(): void;
  /** What is kept of it goes: it is saved. */
  settle(): void;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
}

interface State extends Steps<Draft> {
  readonly base?: FullCase | undefined;
  readonly restored?: string | undefined;
}

/** Where what is typed is kept: whose, of which case or page (`new…` for one that is not there yet), in which window. Nothing is kept before the window has a name. */
export interface Place {
  readonly staffId: string;
  readonly caseId: string;
  readonly window: string;
}

export function useDraft({ staffId, caseId, window }: Place): Writing {
  const [state, setState] = useState<State>({ draft: blank, past: [], future: [] });
  const [full, setFull] = useState(false);
  const newId = useRef(newIdFor(useDesk().prefix));
  const done = useRef(false);
  const { draft, base, restored } = state;
  const { step, undo, redo } = useSteps<Draft, State>(setState, state);
  const dirty = differing(draft, base ? draftOf(base) : blank).length > 0;
  useUnsaved(dirty && full);

  const write = useRef(() => {});
  write.current = () => {
    if (!window || done.current || (!caseId.startsWith("new") && !base)) return;
    if (!dirty) return forget(staffId, caseId, window);
    const from = base ? { base: draftOf(base), version: base.version } : { version: 0, newId: newId.current };
    setFull(!keep(staffId, caseId, window, { draft, ...from, at: new Date().toISOString() }));
  };
  useEffect(() => {
    const timer = setTimeout(() => write.current(), 400);
    return () => clearTimeout(timer);
  }, [draft, base, window]);
  useEffect(() => {
    const now = () => write.current();
    addEventListener("pagehide", now);
    document.addEventListener("visibilitychange", now);
    return () => {
      removeEventListener("pagehide", now);
      document.removeEventListener("visibilitychange", now);
      now();
    };
  }, []);

  return {
    draft,
    base,
    dirty,
    restored: dirty ? restored : undefined,
    newId: newId.current,
    put: (part) => (value, apart) => step(apart ? "" : part, (now) => ({ ...now, [part]: value })),
    replace: (next) => step("", () => next),
    rebase: (next, kept) => setState((now) => ({ ...now, base: next, draft: kept ?? draftOf(next), restored: undefined })),
    bringBack(kept, from) {
      newId.current = kept.newId ?? newId.current;
      setState((now) => ({ ...now, base: from, draft: { ...blank, ...kept.draft }, restored: kept.at }));
    },
    discard: () => step("", () => (base ? draftOf(base) : blank)),
    settle() {
      done.current = true;
      forget(staffId, caseId, window);
    },
    undo,
    redo,
  };
}
