import { comparisons, mostIndicators } from "@lingxi/core/demand/schema";
import type { FieldProblem } from "../../api.ts";
import { Rows } from "../../order/rows.tsx";
import { t } from "../../text.ts";
import { Field, Select } from "../../ui.tsx";
import { blankRow, type RowDraft } from "./draft.ts";
import { words } from "./entry-words.ts";

interface Props {
  label: string;
  hint: string;
  value: readonly RowDraft[];
  onInput: (rows: readonly RowDraft[], apart?: boolean) => void;
  errors: readonly FieldProblem[];
}

/** The indicators, a row each, the most important first; empty rows do not count. */
export function IndicatorsField({ label, hint, value, onInput, errors }: Props) {
  return (
    <Rows<RowDraft>
      name="indicators"
      label={label}
      hint={hint}
      value={value}
      onInput={onInput}
      blank={blankRow}
      max={mostIndicators}
      errors={errors}
      row={(one, put, name) => {
        const asked = (column: keyof RowDraft) => ({
          name: `${name}.${column}`,
          label: t(words[column]),
          value: one[column],
          onInput: (typed: string) => put({ ...one, [column]: typed }),
          errors,
        });
        return (
          <>
            <Field {...asked("name")} />
            <Select
              {...asked("comparison")}
              options={comparisons.map((comparison) => ({ value: comparison, label: t(words[comparison]) }))}
            />
            <Field {...asked("value")} />
            <Field {...asked("unit")} />
          </>
        );
      }}
    />
  );
}
