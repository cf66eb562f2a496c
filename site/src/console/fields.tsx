import type { Localised } from "@lingxi/core/platform/text";
import type { ComponentChildren } from "preact";
import type { FieldProblem } from "./api.ts";
import { t } from "./text.ts";
import { words } from "./words.ts";

/** The id of a field's control, which the error summary links to. */
export const idOf = (name: string): string => `f-${name.replaceAll(".", "-")}`;

interface Asked {
  /** Path in the input, `title.zh-CN`; errors are found by it. */
  name: string;
  label: string;
  hint?: string | undefined;
  errors?: readonly FieldProblem[] | undefined;
}

interface Typed extends Asked {
  value: string;
  onInput: (value: string) => void;
  lang?: string | undefined;
  required?: boolean | undefined;
}

interface Described {
  id: string;
  name: string;
  "aria-describedby"?: string;
  "aria-invalid"?: "true";
}

const errorOf = (asked: Asked) => asked.errors?.find((e) => e.field === asked.name)?.message;

/** What a control needs so that its hint and its error belong to it. */
function described(asked: Asked): Described {
  const id = idOf(asked.name);
  const error = errorOf(asked);
  const by = [asked.hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return {
    id,
    name: asked.name,
    ...(by ? { "aria-describedby": by } : {}),
    ...(error ? { "aria-invalid": "true" as const } : {}),
  };
}

function Around({ asked, children, labelled = true }: { asked: Asked; children: ComponentChildren; labelled?: boolean }) {
  const id = idOf(asked.name);
  const error = errorOf(asked);
  return (
    <div class={error ? "field field--error" : "field"}>
      {labelled && (
        <label class="field__label" for={id}>
          {asked.label}
        </label>
      )}
      {asked.hint && (
        <span class="field__hint" id={`${id}-hint`}>
          {asked.hint}
        </span>
      )}
      {error && (
        <span class="field__error" id={`${id}-error`}>
          {error}
        </span>
      )}
      {children}
    </div>
  );
}

interface FieldProps extends Typed {
  type?: "text" | "email" | "tel" | "url" | "number" | "date" | "datetime-local" | "search";
  short?: boolean;
  /** The first day that a date may be. */
  min?: string;
}

/** One line of text. */
export function Field({ type = "text", short = false, value, onInput, lang, min, required = false, ...asked }: FieldProps) {
  return (
    <Around asked={asked}>
      <input
        {...described(asked)}
        class={short ? "input input--short" : "input"}
        type={type}
        value={value}
        lang={lang}
        min={min}
        required={required}
        onInput={(e) => onInput(e.currentTarget.value)}
      />
    </Around>
  );
}

/** Several lines of text. */
export function TextArea({ value, onInput, lang, rows = 5, required = false, ...asked }: Typed & { rows?: number }) {
  return (
    <Around asked={asked}>
      <textarea
        {...described(asked)}
        class="input"
        rows={rows}
        lang={lang}
        required={required}
        value={value}
        onInput={(e) => onInput(e.currentTarget.value)}
      />
    </Around>
  );
}

interface SelectProps extends Typed {
  options: readonly { readonly value: string; readonly label: string }[];
}

/** One of several; nothing is chosen beforehand unless `value` is. */
export function Select({ value, onInput, options, lang, required = false, ...asked }: SelectProps) {
  return (
    <Around asked={asked}>
      <select
        {...described(asked)}
        class="input"
        lang={lang}
        required={required}
        value={value}
        onChange={(e) => onInput(e.currentTarget.value)}
      >
        {!options.some((o) => o.value === "") && <option value="">{t(words.choose)}</option>}
        {options.map((o) => (
          <option key={o.value} value={o.value}>
            {o.label}
          </option>
        ))}
      </select>
    </Around>
  );
}

interface CheckboxProps extends Asked {
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Yes or no. */
export function Checkbox({ checked, onChange, ...asked }: CheckboxProps) {
  return (
    <Around asked={asked} labelled={false}>
      <label class="choice">
        <input {...described(asked)} type="checkbox" checked={checked} onChange={(e) => onChange(e.currentTarget.checked)} />
        <span>{asked.label}</span>
      </label>
    </Around>
  );
}

interface BilingualProps extends Asked {
  value: Localised;
  onInput: (value: Localised) => void;
  /** Several lines in each language. */
  rows?: number | undefined;
}

/** A text in Chinese and, where there is one, in English; fields are named `name.zh-CN` and `name.en`. */
export function BilingualField({ name, label, hint, errors, value, onInput, rows }: BilingualProps) {
  const control = (language: "zh-CN" | "en", languageLabel: string) => {
    const props = {
      name: `${name}.${language}`,
      label: languageLabel,
      errors,
      lang: language,
      required: language === "zh-CN",
      value: value[language] ?? "",
      onInput: (text: string) => onInput({ ...value, [language]: text }),
    };
    return rows ? <TextArea {...props} rows={rows} /> : <Field {...props} />;
  };
  return (
    <fieldset class="field bilingual" id={idOf(name)}>
      <legend class="field__label">{label}</legend>
      {hint && <span class="field__hint">{hint}</span>}
      <div class="bilingual__pair">
        {control("zh-CN", t(words.chinese))}
        {control("en", t(words.english))}
      </div>
    </fieldset>
  );
}

interface ChoicesProps extends Asked {
  /** One of them, or any number. */
  as: "radio" | "checkbox";
  options: readonly { readonly value: string; readonly label: string }[];
  value: readonly string[];
  onInput: (value: string[]) => void;
  /** One below the other, for those that are sentences. */
  long?: boolean;
}

/** Several choices that all stand there. */
export function Choices({ as, name, label, hint, errors, options, value, onInput, long = false }: ChoicesProps) {
  const error = errors?.find((e) => e.field === name || e.field.startsWith(`${name}.`))?.message;
  const chosen = (one: string, on: boolean) => (as === "radio" ? [one] : on ? [...value, one] : value.filter((v) => v !== one));
  return (
    <fieldset class={error ? "field field--error" : "field"} id={idOf(name)}>
      <legend class="field__label">{label}</legend>
      {hint && <span class="field__hint">{hint}</span>}
      {error && <span class="field__error">{error}</span>}
      <div class={long ? "choices choices--long" : "choices"}>
        {options.map((o) => (
          <label class="choice" key={o.value}>
            <input
              type={as}
              name={name}
              value={o.value}
              checked={value.includes(o.value)}
              onChange={(e) => onInput(chosen(o.value, e.currentTarget.checked))}
            />
            <span>{o.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
