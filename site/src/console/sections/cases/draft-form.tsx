import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { FieldProblem } from "../../api.ts";
import { t } from "../../text.ts";
import { BilingualField, Button } from "../../ui.tsx";
import { BodyField } from "./body.tsx";
import { type Asking, PictureDialog } from "./picture.tsx";
import type { Open } from "./use-case.ts";
import { words } from "./words.ts";
import { fieldWords } from "./words-fields.ts";

type Ask = (asking: Asking) => void;

interface DraftFormProps {
  open: Open;
  isNew: boolean;
  /** The fields; `ask` opens the dialog for a picture. */
  children: (ask: Ask) => ComponentChildren;
}

/** The form around a draft. Control with S saves; with Z it undoes, with Shift and Z it does again. */
export function DraftForm({ open, isNew, children }: DraftFormProps) {
  const { work, writing, save } = open;
  const { dirty, undo, redo } = writing;
  const [asking, setAsking] = useState<Asking>();
  const shortcut = (event: KeyboardEvent) => {
    // What is typed to search for something is not of the draft.
    const searching = event.target instanceof HTMLInputElement && event.target.type === "search";
    if (!(event.ctrlKey || event.metaKey) || event.altKey || searching) return;
    const key = event.key.toLowerCase();
    const does = key === "s" ? () => void save() : key === "z" ? (event.shiftKey ? redo : undo) : key === "y" ? redo : undefined;
    if (key !== "s" && key !== "z" && key !== "y") return;
    event.preventDefault();
    does?.();
  };
  return (
    <>
      <form
        class="stack case-editor"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        onKeyDown={shortcut}
      >
        {children(setAsking)}
        <div class="case-editor__bar">
          <Button type="submit" look={dirty || isNew ? "main" : "quiet"} busy={work.busy}>
            {t(work.busy ? words.saving : isNew ? words.saveDraft : words.save)}
          </Button>
          <Button look="quiet" disabled={!undo} onClick={() => undo?.()}>
            {t(words.undo)}
          </Button>
          <Button look="quiet" disabled={!redo} onClick={() => redo?.()}>
            {t(words.redo)}
          </Button>
          {dirty && <span class="muted small">{t(words.unsaved)}</span>}
        </div>
      </form>
      <PictureDialog asking={asking} onClose={() => setAsking(undefined)} />
    </>
  );
}

/** Title, summary and text in both languages. */
export function TextFields({ open, errors, ask }: { open: Open; errors: readonly FieldProblem[]; ask: Ask }) {
  const { draft, put } = open.writing;
  const { parts } = fieldWords;
  return (
    <>
      <BilingualField name="title" label={t(parts.title)} value={draft.title} onInput={put("title")} errors={errors} />
      <BilingualField
        name="summary"
        label={t(parts.summary)}
        hint={t(fieldWords.summaryHint)}
        value={draft.summary}
        onInput={put("summary")}
        errors={errors}
        rows={3}
      />
      <BodyField value={draft.body} onInput={put("body")} errors={errors} ask={ask} />
    </>
  );
}
