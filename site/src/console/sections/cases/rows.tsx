import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { FieldProblem } from "../../api.ts";
import { idOf } from "../../fields.tsx";
import { t } from "../../text.ts";
import { Button } from "../../ui.tsx";
import { fieldWords as words } from "./words-fields.ts";

interface RowsProps<T> {
  name: string;
  label: string;
  hint: string;
  value: readonly T[];
  onInput: (rows: readonly T[]) => void;
  blank: T;
  max: number;
  errors: readonly FieldProblem[];
  /** The fields of one row; `name` is its path in the input. */
  row: (value: T, put: (value: T) => void, name: string) => ComponentChildren;
  /** More buttons below. */
  children?: ComponentChildren;
}

/** Rows that can be added, removed, and put in another order: by dragging, by buttons, and by Alt with an arrow key on the handle. */
export function Rows<T>({ name, label, hint, value, onInput, blank, max, errors, row, children }: RowsProps<T>) {
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef("");
  const dragged = useRef(-1);
  const [told, tell] = useState("");
  const error = errors.find(({ field }) => field === name)?.message;

  // What was pressed moves with its row, and so does the focus.
  useLayoutEffect(() => {
    const selector = wanted.current;
    if (!selector) return;
    wanted.current = "";
    list.current?.parentElement?.querySelector<HTMLElement>(selector)?.focus();
  }, [value]);

  const move = (from: number, to: number, focus: string) => {
    if (to < 0 || to >= value.length || from === to) return;
    const rows = [...value];
    rows.splice(to, 0, ...rows.splice(from, 1));
    wanted.current = `[data-row="${to}"] ${focus}`;
    tell(t(words.moved, { n: to + 1, total: value.length }));
    onInput(rows);
  };
  const remove = (index: number) => {
    const next = Math.min(index, value.length - 2);
    wanted.current = next < 0 ? ".row-list__add button" : `[data-row="${next}"] .row-list__remove`;
    onInput(value.filter((_, i) => i !== index));
  };
  const add = () => {
    wanted.current = `[data-row="${value.length}"] input`;
    onInput([...value, blank]);
  };

  /** Over which row the pointer is. */
  const rowAt = (y: number) => {
    const rows = [...(list.current?.children ?? [])];
    const found = rows.findIndex((one) => y < one.getBoundingClientRect().bottom);
    return found < 0 ? rows.length - 1 : found;
  };
  const drag = (event: PointerEvent) => {
    if (dragged.current < 0) return;
    const to = rowAt(event.clientY);
    move(dragged.current, to, ".row-list__handle");
    dragged.current = to;
  };
  const handle = (index: number) => ({
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      dragged.current = index;
      (event.currentTarget as HTMLElement).parentElement?.parentElement?.parentElement?.setPointerCapture(event.pointerId);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
      if (!by || !event.altKey) return;
      event.preventDefault();
      move(index, index + by, ".row-list__handle");
    },
  });

  return (
    <fieldset class={error ? "field field--error row-list" : "field row-list"} id={idOf(name)}>
      <legend class="field__label">{label}</legend>
      <span class="field__hint">{hint}</span>
      {error && <span class="field__error">{error}</span>}
      <ol
        class="row-list__list"
        ref={list}
        onPointerMove={drag}
        onPointerUp={() => {
          dragged.current = -1;
        }}
        onPointerCancel={() => {
          dragged.current = -1;
        }}
      >
        {value.map((one, i) => (
          <li class="row-list__row" key={i} data-row={i} aria-label={t(words.rowOf, { part: label, n: i + 1 })}>
            <div class="row-list__fields">
              {row(one, (put) => onInput(value.map((was, n) => (n === i ? put : was))), `${name}.${i}`)}
            </div>
            <div class="row-list__tools">
              <button
                type="button"
                class="row-list__tool row-list__handle"
                aria-label={t(words.drag, { n: i + 1 })}
                {...handle(i)}
              >
                ⠿
              </button>
              <button
                type="button"
                class="row-list__tool row-list__up"
                aria-label={t(words.up, { n: i + 1 })}
                disabled={i === 0}
                onClick={() => move(i, i - 1, i === 1 ? ".row-list__down" : ".row-list__up")}
              >
                ↑
              </button>
              <button
                type="button"
                class="row-list__tool row-list__down"
                aria-label={t(words.down, { n: i + 1 })}
                disabled={i === value.length - 1}
                onClick={() => move(i, i + 1, i === value.length - 2 ? ".row-list__up" : ".row-list__down")}
              >
                ↓
              </button>
              <button
                type="button"
                class="row-list__tool row-list__remove"
                aria-label={t(words.removeRow, { n: i + 1 })}
                onClick={() => remove(i)}
              >
                ×
              </button>
            </div>
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
        {told}
      </span>
    </fieldset>
  );
}
