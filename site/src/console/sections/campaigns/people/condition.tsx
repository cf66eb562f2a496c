import { deeds, subjects } from "@lingxi/core/segment/schema";
import type { FieldProblem } from "../../../api.ts";
import { t } from "../../../text.ts";
import { Button, Checkbox, Choices, Field, Select } from "../../../ui.tsx";
import type { useValues } from "./choices.ts";
import type { Condition } from "./types.ts";
import { words } from "./words.ts";

const optionsOf = (table: Readonly<Record<string, Parameters<typeof t>[0]>>) =>
  Object.entries(table).map(([value, label]) => ({ value, label: t(label) }));

interface Props {
  /** Its path in the input, by which the API names it. */
  readonly name: string;
  readonly title: string;
  readonly condition: Condition;
  readonly values: ReturnType<typeof useValues>;
  readonly errors: readonly FieldProblem[];
  readonly put: (condition: Condition) => void;
  readonly remove: (() => void) | undefined;
}

/** One condition: by what, which values, or the other way round. */
export function ConditionFields({ name, title, condition, values, errors, put, remove }: Props) {
  const { about, not, of, did, since, text } = condition;
  const choices = values[about];
  // A day of the programme's clock, which is eight hours ahead.
  const day = since ? new Date(Date.parse(since) + 8 * 3_600_000).toISOString().slice(0, 10) : "";
  return (
    <fieldset class="card stack">
      <legend>{title}</legend>
      <Select
        name={`${name}.about`}
        label={t(words.about)}
        value={about}
        options={optionsOf(subjects)}
        errors={errors}
        onInput={(next) => put({ about: next as Condition["about"], not, of: [] })}
      />
      {about === "activity" && (
        <Select
          name={`${name}.did`}
          label={t(words.didWhat)}
          value={did ?? ""}
          options={optionsOf(deeds)}
          errors={errors}
          onInput={(next) => put({ ...condition, did: (next || undefined) as Condition["did"] })}
        />
      )}
      {about === "organisation" && (
        <Field
          name={`${name}.text`}
          label={t(words.text)}
          value={text ?? ""}
          errors={errors}
          onInput={(next) => put({ ...condition, text: next })}
        />
      )}
      {choices && (
        <details open={of.length > 0 || choices.length <= 8}>
          <summary>
            {t(words.values)} · {t(words.chosen, { n: of.length })}
          </summary>
          {choices.length ? (
            <Choices
              as="checkbox"
              name={`${name}.of`}
              label={t(subjects[about])}
              {...(about === "activity" ? { hint: t(words.anyActivity) } : {})}
              options={choices}
              value={of}
              errors={errors}
              onInput={(next) => put({ ...condition, of: next })}
              long={about === "list" || about === "activity" || about === "sent"}
            />
          ) : (
            <p class="muted">{t(words.none)}</p>
          )}
        </details>
      )}
      {(about === "activity" || about === "matched") && (
        <Field
          short
          type="date"
          name={`${name}.since`}
          label={t(words.since)}
          value={day}
          errors={errors}
          onInput={(next) => put({ ...condition, since: next ? new Date(`${next}T00:00:00+08:00`).toISOString() : undefined })}
        />
      )}
      <Checkbox name={`${name}.not`} label={t(words.not)} checked={not} onChange={(next) => put({ ...condition, not: next })} />
      {remove && (
        <div class="actions">
          <Button look="quiet" onClick={remove}>
            {t(words.removeOf, { what: title })}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
