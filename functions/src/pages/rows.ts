import type { FieldError } from "@lingxi/core/platform/error";
import { fill, type Locale, type Words } from "@lingxi/core/platform/text";
import { html } from "hono/html";
import type * as z from "zod";
import { idOf } from "./field-id.ts";
import type { Field, Values } from "./form.ts";
import { one } from "./post.ts";

/** What one column of a table of controls asks. */
export interface Column {
  readonly name: string;
  readonly label: Words;
  /** Takes the whole width of a phone. */
  readonly wide?: boolean;
  /** A select when given; the first one is chosen beforehand. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

const words = {
  row: { "zh-CN": "第 {n} 行", en: "Row {n}" },
  more: { "zh-CN": "更多行（最多 {most} 行）", en: "More rows (up to {most})" },
} satisfies Record<string, Words>;

interface State {
  readonly locale: Locale;
  readonly values: Values;
  readonly errors: readonly FieldError[];
}

/** Several things of one kind, a row each; without script, so rows beyond the first few are folded away until they are needed. */
export function rowsField(field: Field, columns: readonly Column[], meta: z.GlobalMeta | undefined, state: State) {
  const { name, rows: first = 5, most = first } = field;
  const { locale, values, errors } = state;
  const id = idOf(name);
  const all = Array.from({ length: most }, (_, i) => row(`${name}.${i}`, i + 1, columns, state));
  const whole = errors.find((e) => e.field === name)?.message[locale];
  const filled = (i: number) => columns.some((c) => !c.options && one(values[`${name}.${i}.${c.name}`]));
  const needsMore = all.some((_, i) => i >= first && filled(i));
  const hint = field.hint ?? meta?.hint?.[locale];
  return html`<fieldset class="field${whole ? " field--error" : ""}" id="${id}"><legend class="field__label">${meta?.label?.[locale] ?? name}</legend>
    ${hint ? html`<span class="field__hint">${hint}</span>` : ""}${whole ? html`<span class="field__error">${whole}</span>` : ""}
    ${all.slice(0, first)}
    ${most > first ? html`<details${needsMore ? html` open` : ""}><summary>${fill(words.more[locale], { most })}</summary>${all.slice(first)}</details>` : ""}
  </fieldset>`;
}

function row(name: string, n: number, columns: readonly Column[], { locale, values, errors }: State) {
  const wrong = errors.filter((e) => e.field.startsWith(`${name}.`));
  const told = `${idOf(name)}-error`;
  const cell = (column: Column) => {
    const at = `${name}.${column.name}`;
    const value = one(values[at]) ?? "";
    const bad = wrong.some((e) => e.field === at) ? html` aria-invalid="true" aria-describedby="${told}"` : "";
    const common = html`class="input" id="${idOf(at)}" name="${at}"${bad}`;
    return html`<div class="field-row__cell${column.wide ? " field-row__cell--wide" : ""}"><label class="field-row__label" for="${idOf(at)}">${column.label[locale]}</label>${
      column.options
        ? html`<select ${common}>${column.options.map((o) => html`<option value="${o.value}"${o.value === value ? html` selected` : ""}>${o.label}</option>`)}</select>`
        : html`<input type="text" ${common} value="${value}">`
    }</div>`;
  };
  return html`<div class="field-row${wrong.length ? " field--error" : ""}" role="group" aria-label="${fill(words.row[locale], { n })}">
    ${wrong.length ? html`<div class="field-row__error field__error" id="${told}">${wrong.map((e) => html`<span>${e.message[locale]}</span> `)}</div>` : ""}
    ${columns.map(cell)}
  </div>`;
}
