import { hasOptions } from "@lingxi/core/form/reading-schema";
import { mostOptions, questionKinds } from "@lingxi/core/form/schema";
import { say } from "@lingxi/core/platform/text";
import type { FieldProblem } from "../../../api.ts";
import { Rows } from "../../../order/rows.tsx";
import { t, useLocale } from "../../../text.ts";
import { BilingualField, Checkbox, Choices, Field, Select } from "../../../ui.tsx";
import type { ActivityRow } from "../types.ts";
import { blankOption, type QuestionDraft } from "./draft.ts";
import { kinds, words } from "./words.ts";

interface Props {
  value: QuestionDraft;
  onInput: (value: QuestionDraft, apart?: boolean) => void;
  /** Its path in the API's input. */
  name: string;
  errors: readonly FieldProblem[];
  /** What stands further up, which it may depend on. */
  above: readonly QuestionDraft[];
  tickets: NonNullable<ActivityRow["tickets"]>;
}

/** One question: what is asked, how it is answered, and of whom. */
export function QuestionFields({ value, onInput, name, errors, above, tickets }: Props) {
  const { locale } = useLocale();
  const put = (patch: Partial<QuestionDraft>, apart = false) => onInput({ ...value, ...patch }, apart);
  const chosen = above.find(({ id }) => id === value.on);
  const choices = above.filter(hasOptions);
  const narrowed = Boolean(value.on || value.tickets.length || value.hint["zh-CN"]);
  const wrong = errors.some(({ field }) =>
    [`${name}.when`, `${name}.tickets`, `${name}.hint`].some((one) => field.startsWith(one)),
  );
  return (
    <div class="stack">
      <BilingualField
        name={`${name}.label`}
        label={t(words.label)}
        value={value.label}
        onInput={(label) => put({ label })}
        errors={errors}
      />
      <Select
        name={`${name}.kind`}
        label={t(words.kind)}
        value={value.kind}
        options={questionKinds.map((kind) => ({ value: kind, label: t(kinds[kind]) }))}
        onInput={(kind) => put({ kind: kind as QuestionDraft["kind"] }, true)}
        errors={errors}
      />
      {hasOptions(value) && (
        <Rows
          {...{ name: `${name}.options`, label: t(words.options), hint: t(words.optionsHint), max: mostOptions, errors }}
          value={value.options}
          blank={blankOption()}
          onInput={(options, apart) => put({ options }, apart)}
          row={(option, change, at) => (
            <BilingualField
              name={`${at}.label`}
              label={t(words.option)}
              value={option.label}
              onInput={(label) => change({ ...option, label })}
              errors={errors}
            />
          )}
        />
      )}
      {value.kind === "number" && (
        <>
          <Field
            short
            type="number"
            name={`${name}.least`}
            label={t(words.least)}
            value={value.least}
            onInput={(least) => put({ least })}
            errors={errors}
          />
          <Field
            short
            type="number"
            name={`${name}.most`}
            label={t(words.most)}
            value={value.most}
            onInput={(most) => put({ most })}
            errors={errors}
          />
        </>
      )}
      <Checkbox
        name={`${name}.required`}
        label={t(words.required)}
        checked={value.required}
        onChange={(required) => put({ required }, true)}
      />
      <details open={narrowed || wrong}>
        <summary>{t(words.more)}</summary>
        <div class="stack">
          <BilingualField
            name={`${name}.hint`}
            label={t(words.hint)}
            value={value.hint}
            onInput={(hint) => put({ hint })}
            errors={errors}
          />
          {tickets.length > 0 && (
            <Choices
              as="checkbox"
              name={`${name}.tickets`}
              label={t(words.tickets)}
              options={tickets.map((ticket) => ({ value: ticket.id, label: say(ticket.name, locale) }))}
              value={value.tickets}
              onInput={(chosenTickets) => put({ tickets: chosenTickets }, true)}
              errors={errors}
            />
          )}
          {(choices.length > 0 || value.on) && (
            <Select
              name={`${name}.when`}
              label={t(words.when)}
              value={value.on}
              options={[
                { value: "", label: t(words.always) },
                ...choices.map(({ id, label }) => ({ value: id, label: say(label, locale) || t(words.unnamed) })),
              ]}
              onInput={(on) => put({ on, is: [] }, true)}
              errors={errors}
            />
          )}
          {chosen && (
            <Choices
              as="checkbox"
              name={`${name}.when.is`}
              label={t(words.whenIs)}
              options={chosen.options.map(({ id, label }) => ({ value: id, label: say(label, locale) || t(words.unnamed) }))}
              value={value.is}
              onInput={(is) => put({ is }, true)}
              errors={errors}
            />
          )}
        </div>
      </details>
    </div>
  );
}
