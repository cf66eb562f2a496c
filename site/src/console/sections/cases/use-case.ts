import type { FullCase } from "@lingxi/core/cases/schema";
import type { Words } from "@lingxi/core/platform/text";
import { useEffect, useState } from "preact/hooks";
import { ApiProblem, api } from "../../api.ts";
import { go } from "../../router.ts";
import { useSession } from "../../session.ts";
import { t } from "../../text.ts";
import { useWork, type Work } from "../../work.ts";
import { useDesk } from "./desk.ts";
import { type Draft, differing, draftOf, firstSaved, wasFirstSaved } from "./draft.ts";
import { keep, nameWindow, recall } from "./kept.ts";
import { useDraft, type Writing } from "./use-draft.ts";
import { words } from "./words.ts";

/** Two drafts that were made from the same one. */
export interface Conflict {
  readonly mine: Draft;
  readonly base: Draft;
  readonly theirs: FullCase;
}

/** A case that is open: what is typed, what became of it, and what can be done with it. */
export interface Open {
  readonly work: Work;
  readonly writing: Writing;
  /** Name of this window; empty for a moment. */
  readonly window: string;
  readonly conflict: Conflict | undefined;
  /** Ends a conflict by what was decided. */
  merge(draft: Draft): void;
  save(): Promise<void>;
  /** A step of the workflow, `publish`; what is typed is saved first where the step is of the draft. */
  act(step: string, done: Words, more?: object, ofDraft?: boolean): Promise<boolean>;
  /** Reads it again and shows it. */
  reload(): Promise<void>;
}

interface Saved {
  readonly version: number;
  readonly voided: boolean;
}

export function useCase(id: string | undefined): Open {
  const desk = useDesk();
  const { staffId } = useSession();
  const caseId = id ?? desk.unsaved;
  const path = `${desk.api}/${id}`;
  const [window, setWindow] = useState("");
  const writing = useDraft({ staffId, caseId, window });
  const work = useWork();
  const [conflict, setConflict] = useState<Conflict>();
  const { attempt, fail, tell } = work;

  const open = async () => {
    const name = await nameWindow();
    const [kept, found] = await Promise.all([recall(staffId, caseId, name), id ? api<FullCase>(path) : undefined]);
    if (!kept && found) writing.rebase(found);
    if (kept) {
      writing.bringBack(kept, found);
      const meanwhile = found && kept.base && kept.version !== found.version && differing(kept.base, draftOf(found)).length > 0;
      if (meanwhile && kept.base) setConflict({ mine: kept.draft, base: kept.base, theirs: found });
    }
    setWindow(name);
    if (wasFirstSaved(id)) tell(t(words.saved));
    firstSaved(undefined);
  };
  useEffect(() => {
    open().catch(fail);
  }, [id]);

  /** Saves what is typed. When somebody else was first with a step and no text, it goes on from there; with a text, both are shown. */
  const send = async (base: FullCase): Promise<FullCase> => {
    const { draft } = writing;
    const body = { ...draft, version: base.version };
    let saved: Saved;
    try {
      saved = await api<Saved>(path, { method: "PUT", body });
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.reason !== "record.changed") throw error;
      const theirs = await api<FullCase>(path);
      if (differing(draftOf(base), draftOf(theirs)).length > 0) {
        setConflict({ mine: draft, base: draftOf(base), theirs });
        throw error;
      }
      writing.rebase(theirs, draft);
      // An approval that came meanwhile is not ended without a word.
      if (theirs.schedule && !base.schedule) throw new ApiProblem(412, "record.changed", t(words.approvedMeanwhile));
      return send(theirs);
    }
    const found = await api<FullCase>(path);
    writing.rebase(found);
    tell(t(saved.voided ? words.savedVoided : words.saved));
    return found;
  };

  const create = async () => {
    const { draft, newId, settle } = writing;
    const place = `${desk.place}/${newId}`;
    try {
      await api(desk.api, { method: "POST", body: { ...draft, id: newId } });
      firstSaved(newId);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.reason !== "record.changed") throw error;
      // It was saved before, and the answer was lost: what was typed since is a change of that.
      const found = await api<FullCase>(`${desk.api}/${newId}`);
      const at = new Date().toISOString();
      keep(staffId, newId, window, { draft, base: draftOf(found), version: found.version, at });
    }
    settle();
    go(place, { replace: true });
  };

  return {
    work,
    writing,
    window,
    conflict,
    merge(draft) {
      if (!conflict) return;
      writing.rebase(conflict.theirs, writing.draft);
      writing.replace(draft);
      setConflict(undefined);
      tell(t(words.merged));
    },
    save: () =>
      attempt(async () => {
        if (writing.base) await send(writing.base);
        else await create();
      }),
    async act(step, done, more = {}, ofDraft = true) {
      let went = false;
      await attempt(async () => {
        const { base, dirty, draft } = writing;
        if (!base) return;
        const seen = ofDraft && dirty ? await send(base) : base;
        const answer = await api<{ already?: boolean }>(`${path}/${step}`, {
          method: "POST",
          body: { ...more, version: seen.version },
        }).catch(async (error: unknown) => {
          // What became of it meanwhile is shown beside what is said; what is typed stays.
          if (error instanceof ApiProblem && (error.status === 409 || error.status === 412)) {
            const now = await api<FullCase>(path);
            if (ofDraft || !dirty) writing.rebase(now);
            else if (!differing(draftOf(seen), draftOf(now)).length) writing.rebase(now, draft);
          }
          throw error;
        });
        const found = await api<FullCase>(path);
        writing.rebase(found, ofDraft || !dirty ? undefined : draft);
        tell(t(answer.already ? words.alreadySo : done));
        went = true;
      });
      return went;
    },
    reload: () =>
      attempt(async () => {
        writing.rebase(await api<FullCase>(path));
        setConflict(undefined);
      }),
  };
}
