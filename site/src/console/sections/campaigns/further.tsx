import type { FieldProblem } from "../../api.ts";
import { t } from "../../text.ts";
import { BilingualField, Choices } from "../../ui.tsx";
import { words } from "./blocks-words.ts";
import type { Draft } from "./draft.ts";

interface Props {
  draft: Draft;
  errors: readonly FieldProblem[];
  onInput: (patch: Partial<Draft>) => void;
}

/** What few messages need: the line after the subject, and a plain text of one's own. */
export function Further({ draft, errors, onInput }: Props) {
  const said = [draft.preheader, draft.plain].some((text) => text["zh-CN"] || text.en) || draft.archive;
  return (
    <details open={said}>
      <summary>{t(words.further)}</summary>
      <BilingualField
        name="preheader"
        label={t(words.preheader)}
        hint={t(words.preheaderHint)}
        value={draft.preheader}
        onInput={(preheader) => onInput({ preheader })}
        errors={errors}
      />
      <BilingualField
        name="plain"
        label={t(words.plain)}
        hint={t(words.plainHint)}
        rows={8}
        value={draft.plain}
        onInput={(plain) => onInput({ plain })}
        errors={errors}
      />
      <Choices
        as="checkbox"
        name="archive"
        label={t(words.archive)}
        hint={t(words.archiveHint)}
        options={[{ value: "yes", label: t(words.archiveYes) }]}
        value={draft.archive ? ["yes"] : []}
        onInput={(chosen) => onInput({ archive: chosen.length > 0 })}
        errors={errors}
      />
    </details>
  );
}
