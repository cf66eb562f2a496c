import { useState } from "preact/hooks";
import type { FieldProblem } from "../../api.ts";
import { ChainsField } from "../../chains.tsx";
import { t } from "../../text.ts";
import { BilingualField, Button, Field } from "../../ui.tsx";
import { BodyField } from "./body.tsx";
import { CoverField } from "./cover.tsx";
import { LinksField } from "./links.tsx";
import { type Asking, PictureDialog } from "./picture.tsx";
import { StoryFields } from "./story.tsx";
import type { Open } from "./use-case.ts";
import { words } from "./words.ts";
import { fieldWords } from "./words-fields.ts";

interface FormProps {
  open: Open;
  isNew: boolean;
  errors: readonly FieldProblem[];
}

const { parts } = fieldWords;

/** All that an editor writes. Control with S saves; with Z it undoes, with Shift and Z it does again. */
export function CaseForm({ open, isNew, errors }: FormProps) {
  const { work, writing, save } = open;
  const { draft, put, dirty, undo, redo } = writing;
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
        <BodyField value={draft.body} onInput={put("body")} errors={errors} ask={setAsking} />
        <CoverField value={draft.cover} onInput={put("cover")} ask={setAsking} />
        <StoryFields draft={draft} put={put} errors={errors} />
        <LinksField value={draft.links} onInput={put("links")} errors={errors} />
        <ChainsField name="chains" label={t(parts.chains)} value={draft.chains} onInput={put("chains")} errors={errors} />
        <Field
          name="slug"
          label={t(parts.slug)}
          hint={t(fieldWords.slugHint)}
          value={draft.slug}
          onInput={put("slug")}
          errors={errors}
          lang="en"
        />
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
