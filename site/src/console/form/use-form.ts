import { useEffect, useRef, useState } from "preact/hooks";
import { ApiProblem, type FieldProblem } from "../api.ts";
import { useSession } from "../session.ts";
import { useUnsaved } from "../work.ts";
import { forgetForm, keepForm, recallForm } from "./kept-form.ts";
import { differing, merge } from "./merge.ts";
import { type Steps, useSteps } from "./use-steps.ts";

/** Milliseconds of rest after which the browser keeps, checks and saves. */
const rest = { keep: 400, check: 600, save: 2500 } as const;

/** A record as it lies on the server, as the form holds it. */
export interface Base<D> {
  readonly draft: D;
  readonly version: number;
}

interface Options<D> {
  /** Names the form in this browser: `activity.act_1`, `activity.new`. */
  readonly place: string;
  readonly blank: D;
  /** What is wrong with a draft by the API's own schema; loaded when the form is opened. */
  readonly check?: (draft: D) => Promise<readonly FieldProblem[]>;
  /** Writes it on the version that it was made from. @returns what lies there now */
  readonly save: (draft: D, base: Base<D> | undefined) => Promise<Base<D> | undefined>;
  readonly read?: () => Promise<Base<D>>;
  /** Whether the slice holds drafts: then what is right is saved while one types. */
  readonly auto: boolean;
  /** What of a draft the browser may keep, where that is not all of it; nothing where none of it may lie anywhere. */
  readonly keeps?: (draft: D) => D | undefined;
}

/** Somebody else changed the same parts meanwhile. */
export interface Clash<D> {
  readonly parts: readonly (keyof D)[];
  readonly theirs: D;
}

interface State<D> extends Steps<D> {
  readonly base: Base<D> | undefined;
}

/** A form that loses nothing: what is typed is kept by the browser, checked, saved where the slice has drafts, undone, and merged with what others wrote. */
export function useForm<D extends object>({ place, blank, check, save, read, auto, keeps = all }: Options<D>) {
  const { staffId } = useSession();
  const [state, setState] = useState<State<D>>({ draft: blank, base: undefined, past: [], future: [] });
  const { draft, base } = state;
  const { step, undo, redo } = useSteps<D, State<D>>(setState, state);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [trouble, setTrouble] = useState<ApiProblem>();
  const [clash, setClash] = useState<Clash<D>>();
  const [saving, setSaving] = useState(false);
  const [savedAt, setSavedAt] = useState<Date>();
  const [keptAt, setKeptAt] = useState<Date>();
  const [restored, setRestored] = useState("");
  const touched = useRef(new Set<string>());
  const dirty = differing(draft, base?.draft ?? blank).length > 0;
  useUnsaved(dirty && !keptAt);

  const latestState = useRef(state);
  latestState.current = state;
  const take = (next: Base<D>) => {
    const now = latestState.current;
    // What was typed into it before it was read anew stays typed.
    if (now.base && differing(now.draft, now.base.draft).length) return rebase(now.base.draft, now.draft, next);
    const kept = recallForm<D>(staffId, place);
    if (!kept || !differing(kept.draft, next.draft).length) {
      forgetForm(staffId, place);
      setState((now) => ({ ...now, draft: next.draft, base: next }));
      return;
    }
    setRestored(kept.at);
    rebase(kept.base, kept.draft, next);
  };
  const rebase = (from: D, mine: D, next: Base<D>) => {
    const merged = merge(from, mine, next.draft);
    setState((now) => ({ ...now, draft: merged.draft, base: next }));
    setClash(merged.clashes.length ? { parts: merged.clashes, theirs: next.draft } : undefined);
  };

  useEffect(() => {
    if (read || !place.endsWith(".new")) return;
    const kept = recallForm<D>(staffId, place);
    if (!kept) return;
    setRestored(kept.at);
    setState((now) => ({ ...now, draft: kept.draft }));
  }, [place]);

  // The browser keeps it, also when the page goes away in the middle of a word.
  const keep = useRef(() => {});
  const done = useRef(false);
  keep.current = () => {
    if (done.current) return;
    if (!dirty) {
      if (base || !read) forgetForm(staffId, place);
      return;
    }
    const at = new Date();
    const may = keeps(draft);
    if (!may) {
      forgetForm(staffId, place);
      return setKeptAt(undefined);
    }
    const had = keepForm(staffId, place, {
      draft: may,
      base: base?.draft ?? blank,
      version: base?.version ?? 0,
      at: at.toISOString(),
    });
    setKeptAt(had ? at : undefined);
  };
  useEffect(() => {
    const timer = setTimeout(() => keep.current(), rest.keep);
    return () => clearTimeout(timer);
  }, [draft, base]);
  useEffect(() => {
    const now = () => keep.current();
    addEventListener("pagehide", now);
    return () => {
      removeEventListener("pagehide", now);
      now();
    };
  }, []);

  const attempt = async (): Promise<boolean> => {
    if (saving) return false;
    setSaving(true);
    setTrouble(undefined);
    const sent = draft;
    try {
      const next = await save(sent, base);
      forgetForm(staffId, place);
      // What is new has another place from now on.
      done.current = !next;
      setRestored("");
      touched.current.clear();
      setProblems([]);
      setSavedAt(new Date());
      // What was typed while it was on its way stays typed.
      if (next) setState((now) => ({ ...now, base: next, draft: now.draft === sent ? next.draft : now.draft }));
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      if (error.reason === "record.changed" && read && base) rebase(base.draft, sent, await read());
      setTrouble(error);
      setProblems(error.fields);
      for (const { field } of error.fields) touched.current.add(field.split(".")[0] ?? "");
      return false;
    } finally {
      setSaving(false);
    }
  };

  const latest = useRef(attempt);
  latest.current = attempt;
  useEffect(() => {
    if (!check || !dirty) return undefined;
    let gone = false;
    const look = setTimeout(async () => {
      const found = await check(draft);
      if (!gone) setProblems(found.filter(({ field }) => touched.current.has(field.split(".")[0] ?? "")));
    }, rest.check);
    const write = setTimeout(async () => {
      if (auto && base && !clash && (await check(draft)).length === 0 && !gone) await latest.current();
    }, rest.save);
    return () => {
      gone = true;
      clearTimeout(look);
      clearTimeout(write);
    };
  }, [draft, base, auto, clash]);

  return {
    draft,
    base,
    dirty,
    problems,
    trouble,
    clash,
    saving,
    savedAt,
    /** When the browser last kept what is not saved. */
    keptAt: dirty ? keptAt : undefined,
    /** When what was brought back was typed. */
    restored: dirty ? restored : "",
    take,
    save: attempt,
    put:
      <P extends keyof D>(part: P) =>
      (value: D[P], apart = false) => {
        touched.current.add(String(part));
        step(apart ? "" : String(part), (now) => ({ ...now, [part]: value }));
      },
    /** Ends a clash by taking mine, or theirs, of one part. */
    decide(part: keyof D, whose: "mine" | "theirs") {
      if (!clash) return;
      if (whose === "theirs") step("", (now) => ({ ...now, [part]: clash.theirs[part] }));
      const parts = clash.parts.filter((one) => one !== part);
      setClash(parts.length ? { ...clash, parts } : undefined);
      setTrouble(undefined);
    },
    discard: () => step("", () => base?.draft ?? blank),
    /** Takes a draft in the place of what was typed, of which nothing stays, not even a step to undo. */
    wipe(to: D) {
      forgetForm(staffId, place);
      setState((now) => ({ ...now, draft: to, past: [], future: [] }));
    },
    undo,
    redo,
  };
}

const all = <D>(draft: D): D => draft;

export type Form<D extends object> = ReturnType<typeof useForm<D>>;
