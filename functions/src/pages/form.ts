import type { FieldError } from "@lingxi/core/platform/error";
import type { Locale, Words } from "@lingxi/core/platform/text";
import { html } from "hono/html";
import type * as z from "zod";
import { idOf } from "./field-id.ts";
import { type Column, rowsField } from "./rows.ts";

/** One field of a form: how it is asked. Its label, hint and limits come from the schema. */
export interface Field {
  readonly name: string;
  readonly as?:
    | "text"
    | "email"
    | "tel"
    | "number"
    | "date"
    | "textarea"
    | "select"
    | "checkboxes"
    | "radios"
    | "checkbox"
    | "rows"
    /** A paragraph between the fields: the `sentence`. */
    | "note";
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly autocomplete?: string;
  /** Lines of a text area; rows that stand open at first. */
  readonly rows?: number;
  /** The first day that a date may be. */
  readonly min?: string;
  /** What each row of `rows` asks, and how many there may be. Controls are named `<name>.<row>.<column>`. */
  readonly columns?: readonly Column[];
  readonly most?: number;
  /** The name in place of the schema's, where an organiser asks. */
  readonly label?: string;
  /** Help in place of the schema's, where the form asks in other units. */
  readonly hint?: string;
  /** The sentence beside a single checkbox. */
  readonly sentence?: string;
}

export type Values = Readonly<Record<string, string | readonly string[] | undefined>>;

const words = {
  problem: { "zh-CN": "请修改以下内容", en: "Please change the following" },
  choose: { "zh-CN": "请选择", en: "Choose" },
} satisfies Record<string, Words>;

interface FormOptions {
  readonly locale: Locale;
  readonly schema: z.ZodType;
  readonly fields: readonly Field[];
  readonly values: Values;
  readonly errors: readonly FieldError[];
  /** A refusal that belongs to no field. */
  readonly refusal?: string | undefined;
  readonly submit: string;
  /** Where it is sent, if not to the page that it stands on. */
  readonly action?: string | undefined;
  readonly hidden?: Readonly<Record<string, string>>;
  /** Keeps the ids of its controls apart from those of other forms on the page. */
  readonly apart?: string;
  /** What keeps programs out, before the button. */
  readonly guard?: ReturnType<typeof html>;
}

/** A form that works without script: what was typed stays, each error stands at its field and in a summary that links there. */
export function form({
  locale,
  schema,
  fields,
  values,
  errors: found,
  refusal,
  submit,
  action,
  hidden = {},
  apart,
  guard,
}: FormOptions) {
  const errors = inOrderOf(fields, found);
  const at = (name: string) => errors.find((e) => e.field === name || e.field.startsWith(`${name}.`));
  return html`${
    errors.length || refusal
      ? html`<div class="error-summary" role="alert" tabindex="-1" id="errors">
    <h2>${words.problem[locale]}</h2>
    <ul>${refusal ? html`<li>${refusal}</li>` : ""}${errors.map((e) => html`<li><a href="#${idOf(known(e.field, fields), apart)}">${e.message[locale]}</a></li>`)}</ul>
  </div>`
      : ""
  }
  <form method="post"${action ? html` action="${action}"` : ""} class="stack" novalidate>
    ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
    ${fields.map((field) =>
      field.columns
        ? rowsField(field, field.columns, metaAt(schema, field.name), { locale, values, errors })
        : control(field, locale, schema, values[field.name], at(field.name)?.message[locale], apart),
    )}
    ${guard ?? ""}
    <p><button class="button" type="submit">${submit}</button></p>
  </form>`;
}

/** As the fields stand in the form, whatever order they were found in. */
const inOrderOf = (fields: readonly Field[], errors: readonly FieldError[]): FieldError[] => {
  const place = ({ field }: FieldError) => fields.findIndex((f) => field === f.name || field.startsWith(`${f.name}.`));
  return errors.toSorted((a, b) => place(a) - place(b));
};

const known = (path: string, fields: readonly Field[]) => {
  const field = fields.find((f) => path === f.name || path.startsWith(`${f.name}.`));
  return field && !field.columns ? field.name : path;
};

function control(
  field: Field,
  locale: Locale,
  schema: z.ZodType,
  value: string | readonly string[] | undefined,
  error: string | undefined,
  apart?: string,
) {
  const { name, as = "text", options = [] } = field;
  if (as === "note") return html`<p class="notice">${field.sentence}</p>`;
  const meta = field.label === undefined ? metaAt(schema, name) : undefined;
  const id = idOf(name, apart);
  const label = field.label ?? meta?.label?.[locale] ?? name;
  const hint = field.hint ?? meta?.hint?.[locale];
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  const chosen = typeof value === "string" ? [value] : (value ?? []);
  const text = chosen[0] ?? "";
  const common = html`id="${id}" name="${name}"${described ? html` aria-describedby="${described}"` : ""}${error ? html` aria-invalid="true"` : ""}${field.autocomplete ? html` autocomplete="${field.autocomplete}"` : ""}`;
  const help = html`${hint ? html`<span class="field__hint" id="${id}-hint">${hint}</span>` : ""}${error ? html`<span class="field__error" id="${id}-error">${error}</span>` : ""}`;
  const wrong = error ? " field--error" : "";

  if (as === "checkbox")
    return html`<div class="field${wrong}">${help}<label class="choice"><input type="checkbox" ${common} value="yes"${text === "yes" ? html` checked` : ""}><span>${field.sentence ?? label}</span></label></div>`;
  if (as === "checkboxes" || as === "radios") {
    const type = as === "radios" ? "radio" : "checkbox";
    return html`<fieldset class="field${wrong}" id="${id}"><legend class="field__label">${label}</legend>${help}
      <div class="choices">${options.map((o) => html`<label class="choice"><input type="${type}" name="${name}" value="${o.value}"${chosen.includes(o.value) ? html` checked` : ""}><span>${o.label}</span></label>`)}</div></fieldset>`;
  }
  const input =
    as === "textarea"
      ? html`<textarea class="input" ${common} rows="${field.rows ?? 4}">${text}</textarea>`
      : as === "select"
        ? html`<select class="input" ${common}><option value="">${words.choose[locale]}</option>${options.map((o) => html`<option value="${o.value}"${o.value === text ? html` selected` : ""}>${o.label}</option>`)}</select>`
        : html`<input class="input" type="${as === "number" ? "text" : as}"${as === "number" ? html` inputmode="decimal"` : ""}${field.min ? html` min="${field.min}"` : ""} ${common} value="${text}">`;
  return html`<div class="field${wrong}"><label class="field__label" for="${id}">${label}</label>${help}${input}</div>`;
}

function metaAt(schema: z.ZodType, name: string): z.GlobalMeta | undefined {
  let at: z.ZodType | undefined = schema;
  let meta: z.GlobalMeta | undefined;
  for (const step of name.split(".")) {
    at = shapeOf(at)?.[step];
    meta = found(at) ?? meta;
  }
  return meta;
}

type Wrapped = { def: { innerType?: z.ZodType; in?: z.ZodType; shape?: Record<string, z.ZodType> } };
function shapeOf(schema: z.ZodType | undefined): Record<string, z.ZodType> | undefined {
  const def = (schema as Wrapped | undefined)?.def;
  return def?.shape ?? (def?.innerType || def?.in ? shapeOf(def.innerType ?? def.in) : undefined);
}
function found(schema: z.ZodType | undefined): z.GlobalMeta | undefined {
  const def = (schema as Wrapped | undefined)?.def;
  const meta = schema?.meta();
  return meta?.label ? meta : def?.innerType || def?.in ? found(def.innerType ?? def.in) : undefined;
}
