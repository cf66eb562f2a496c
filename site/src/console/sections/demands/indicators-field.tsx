import { comparisons, mostIndicators } from "@lingxi/core/demand/schema";
import type { FieldProblem } from "../../api.ts";
import { idOf } from "../../fields.tsx";
import { t } from "../../text.ts";
import { Button } from "../../ui.tsx";
import { blankRow, type RowDraft } from "./draft.ts";
import { words } from "./entry-words.ts";

interface Props {
  label: string;
  hint: string;
  value: readonly RowDraft[];
  onInput: (rows: readonly RowDraft[]) => void;
  errors: readonly FieldProblem[];
}

const texts = ["name", "value", "unit"] as const;

/** The indicators, a row each; empty rows do not count. */
export function IndicatorsField({ label, hint, value: rows, onInput, errors }: Props) {
  const whole = errors.find((e) => e.field === "indicators")?.message;
  return (
    <fieldset class={whole ? "field field--error" : "field"} id={idOf("indicators")}>
      <legend class="field__label">{label}</legend>
      <span class="field__hint">{hint}</span>
      {whole && <span class="field__error">{whole}</span>}
      {rows.map((row, i) => (
        <Row
          key={i}
          n={i}
          row={row}
          onInput={(changed) => onInput(rows.map((one, at) => (at === i ? changed : one)))}
          errors={errors.filter((e) => e.field.startsWith(`indicators.${i}.`))}
        />
      ))}
      {rows.length < mostIndicators && (
        <Button look="quiet" onClick={() => onInput([...rows, blankRow])}>
          {t(words.addRow)}
        </Button>
      )}
    </fieldset>
  );
}

interface RowProps {
  n: number;
  row: RowDraft;
  onInput: (row: RowDraft) => void;
  errors: readonly FieldProblem[];
}

function Row({ n, row, onInput, errors }: RowProps) {
  const at = (column: keyof RowDraft) => `indicators.${n}.${column}`;
  const told = `${idOf(`indicators.${n}`)}-error`;
  const common = (column: keyof RowDraft) => ({
    class: "input",
    id: idOf(at(column)),
    name: at(column),
    ...(errors.some((e) => e.field === at(column)) ? { "aria-invalid": "true" as const, "aria-describedby": told } : {}),
  });
  const head = (column: keyof RowDraft) => (
    <label class="field-row__label" for={idOf(at(column))}>
      {t(words[column])}
    </label>
  );
  const text = (column: (typeof texts)[number]) => (
    <div class={column === "name" ? "field-row__cell field-row__cell--wide" : "field-row__cell"}>
      {head(column)}
      <input
        {...common(column)}
        type="text"
        value={row[column]}
        onInput={(e) => onInput({ ...row, [column]: e.currentTarget.value })}
      />
    </div>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no grid in every browser
    <div class={errors.length ? "field-row field--error" : "field-row"} role="group" aria-label={t(words.row, { n: n + 1 })}>
      {errors.length > 0 && (
        <div class="field-row__error field__error" id={told}>
          {errors.map(({ field, message }) => (
            <span key={field}>{message} </span>
          ))}
        </div>
      )}
      {text("name")}
      <div class="field-row__cell">
        {head("comparison")}
        <select
          {...common("comparison")}
          value={row.comparison}
          onChange={(e) => onInput({ ...row, comparison: e.currentTarget.value })}
        >
          {comparisons.map((comparison) => (
            <option key={comparison} value={comparison}>
              {t(words[comparison])}
            </option>
          ))}
        </select>
      </div>
      {text("value")}
      {text("unit")}
    </div>
  );
}
