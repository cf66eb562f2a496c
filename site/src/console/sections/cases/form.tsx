import { ChainsField } from "../../chains.tsx";
import { t } from "../../text.ts";
import { Field } from "../../ui.tsx";
import { CoverField } from "./cover.tsx";
import type { FormProps } from "./desk.ts";
import { DraftForm, TextFields } from "./draft-form.tsx";
import { LinksField } from "./links.tsx";
import { StoryFields } from "./story.tsx";
import { fieldWords } from "./words-fields.ts";

const { parts } = fieldWords;

/** All that an editor writes of a case. */
export function CaseForm({ open, isNew, errors }: FormProps) {
  const { draft, put } = open.writing;
  return (
    <DraftForm open={open} isNew={isNew}>
      {(ask) => (
        <>
          <TextFields open={open} errors={errors} ask={ask} />
          <CoverField value={draft.cover} onInput={put("cover")} ask={ask} />
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
        </>
      )}
    </DraftForm>
  );
}
