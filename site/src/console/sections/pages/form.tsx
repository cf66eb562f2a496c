import { lastFooter } from "@lingxi/core/cases/schema";
import { t } from "../../text.ts";
import { Field, Select } from "../../ui.tsx";
import type { FormProps } from "../cases/desk.ts";
import { DraftForm, TextFields } from "../cases/draft-form.tsx";
import { fieldWords } from "../cases/words-fields.ts";
import { words } from "./words.ts";

/** All that an editor writes of a page. */
export function PageForm({ open, isNew, errors }: FormProps) {
  const { draft, put } = open.writing;
  const places = Array.from({ length: lastFooter }, (_, n) => ({
    value: String(n + 1),
    label: t(words.place, { n: n + 1 }),
  }));
  return (
    <DraftForm open={open} isNew={isNew}>
      {(ask) => (
        <>
          <TextFields open={open} errors={errors} ask={ask} />
          <Select
            name="footer"
            label={t(fieldWords.parts.footer)}
            hint={t(words.footerHint)}
            value={draft.footer ? String(draft.footer) : ""}
            options={[{ value: "", label: t(words.noFooter) }, ...places]}
            onInput={(value) => put("footer")(value ? Number(value) : undefined)}
            errors={errors}
          />
          <Field
            name="slug"
            label={t(fieldWords.parts.slug)}
            hint={t(words.slugHint)}
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
