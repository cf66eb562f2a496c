import { useEffect, useState } from "preact/hooks";
import { ApiProblem } from "./api.ts";

/** What a form needs while it talks to the API: one thing at a time, what was said of it, and what has to be changed. */
export interface Work {
  readonly busy: boolean;
  /** The sentence after it went well; empty before. */
  readonly told: string;
  readonly trouble: ApiProblem | undefined;
  /** Does a piece of work, unless another is under way; a refusal becomes `trouble`, and everything typed stays. */
  attempt(work: () => Promise<void>): Promise<void>;
  /** Shows a refusal that came outside of `attempt`. Whatever is no refusal goes on up. */
  fail(error: unknown): void;
  tell(text: string): void;
}

export function useWork(): Work {
  const [busy, setBusy] = useState(false);
  const [told, tell] = useState("");
  const [trouble, setTrouble] = useState<ApiProblem>();
  const fail = (error: unknown) => {
    if (!(error instanceof ApiProblem)) throw error;
    setTrouble(error);
    scrollTo(0, 0);
  };
  const attempt = async (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    tell("");
    setTrouble(undefined);
    try {
      await work();
    } catch (error) {
      fail(error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, told, trouble, attempt, fail, tell };
}

/** Has the browser ask before what was typed and not saved is lost. */
export function useUnsaved(dirty: boolean): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    if (dirty) addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [dirty]);
}
