import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import type { FieldProblem } from "../api.ts";
import { idOf } from "../fields.tsx";
import { t } from "../text.ts";
import { Button } from "../ui.tsx";
import { OrderTools } from "./tools.tsx";
import { useOrder } from "./use-order.ts";
import { words } from "./words.ts";

interface RowsProps<T> {
  name: string;
  label: string;
  hint: string;
  value: readonly T[];
  /** `apart`: a step of its own to undo, unlike one more letter. */
  onInput: (rows: readonly T[], apart?: boolean) => void;
  blank: T;
  max: number;
  errors: readonly FieldProblem[];
  /** The fields of one row; `name` is its path in the input. */
  row: (value: T, put: (value: T) => void, name: string) => ComponentChildren;
  /** More buttons below. */
  children?: ComponentChildren;
}

/** Rows of fields that can be added, taken away, and put in another order. */
export function Rows<T>({ name, label, hint, value, onInput, blank, max, errors, row, children }: RowsProps<T>) {
  const list = useRef<HTMLOListElement>(null);
  const order = useOrder(value, onInput, list);
  const error = errors.find(({ field }) => field === name)?.message;
  const add = () => {
    order.focusNext(`[data-row="${value.length}"] input`);
    onInput([...value, blank], true);
  };
  return (
    <fieldset class={error ? "field field--error row-list" : "field row-list"} id={idOf(name)}>
      <legend class="field__label">{label}</legend>
      <span class="field__hint">{hint}</span>
      {error && <span class="field__error">{error}</span>}
      <ol class="row-list__list" ref={list} {...order.list}>
        {order.rows.map(({ one, index, lifted }) => (
          <li
            class={lifted ? "row-list__row row-list__row--lifted" : "row-list__row"}
            key={index}
            data-row={index}
            aria-label={t(words.rowOf, { part: label, n: index + 1 })}
          >
            <div class="row-list__fields">
              {row(one, (put) => onInput(value.map((was, n) => (n === index ? put : was))), `${name}.${index}`)}
            </div>
            <OrderTools order={order} index={index} count={value.length} />
          </li>
        ))}
      </ol>
      <div class="actions row-list__add">
        {value.length < max ? (
          <Button look="quiet" onClick={add}>
            <span aria-hidden="true">＋ {t(words.addRow)}</span>
            <span class="visually-hidden">{t(words.addTo, { part: label })}</span>
          </Button>
        ) : (
          <span class="muted small">{t(words.full, { n: max })}</span>
        )}
        {children}
      </div>
      <span class="visually-hidden" role="status">
        {order.told}
      </span>
    </fieldset>
  );
}
