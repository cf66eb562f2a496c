import type { FieldProblem } from "../../../api.ts";
import { t } from "../../../text.ts";
import { Choices, Select } from "../../../ui.tsx";
import type { Draft } from "../draft.ts";
import { useImports, useSegments } from "./choices.ts";
import { words } from "./words.ts";

interface Props {
  readonly draft: Draft;
  readonly fields: readonly FieldProblem[];
  readonly onInput: (patch: Partial<Draft>) => void;
}

/** By which segment an audience goes, and who is left out. */
export function AudienceFields({ draft, fields, onInput }: Props) {
  const segments = useSegments().map(({ id, name }) => ({ value: id, label: name }));
  const imports = useImports();
  const { segmentId, exceptSegments, exceptLists } = draft;
  return (
    <>
      <Select
        name="audience.segmentId"
        label={t(words.toSegment)}
        value={segmentId}
        options={[{ value: "", label: t(words.everybody) }, ...segments]}
        onInput={(next) => onInput({ segmentId: next })}
        errors={fields}
      />
      <p>
        <a href="/console/campaigns/segments">{t(words.manage)}</a>
      </p>
      {(segments.length > 0 || imports.length > 0) && (
        <details open={exceptSegments.length + exceptLists.length > 0}>
          <summary>{t(words.except)}</summary>
          {segments.length > 0 && (
            <Choices
              as="checkbox"
              long
              name="audience.exceptSegments"
              label={t(words.exceptSegments)}
              value={exceptSegments}
              options={segments}
              onInput={(next) => onInput({ exceptSegments: next })}
              errors={fields}
            />
          )}
          {imports.length > 0 && (
            <Choices
              as="checkbox"
              long
              name="audience.exceptLists"
              label={t(words.exceptLists)}
              value={exceptLists}
              options={imports}
              onInput={(next) => onInput({ exceptLists: next })}
              errors={fields}
            />
          )}
        </details>
      )}
    </>
  );
}
