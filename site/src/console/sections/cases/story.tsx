import { leverNames, levers, type Measure, type Milestone, storyLimits } from "@lingxi/core/cases/schema";
import type { Localised } from "@lingxi/core/platform/text";
import type { FieldProblem } from "../../api.ts";
import { idOf } from "../../fields.tsx";
import { Rows } from "../../order/rows.tsx";
import { t, useLocale } from "../../text.ts";
import { BilingualField, Button, Field } from "../../ui.tsx";
import { type Draft, samePart } from "./draft.ts";
import type { Writing } from "./use-draft.ts";
import { fieldWords as words } from "./words-fields.ts";

const empty: Localised = { "zh-CN": "" };
const { parts } = words;

interface StoryProps {
  draft: Draft;
  put: Writing["put"];
  errors: readonly FieldProblem[];
}

/** What a case tells beside its text: reforms, figures, timeline, conditions. */
export function StoryFields({ draft, put, errors }: StoryProps) {
  return (
    <>
      <LeversField value={draft.levers} onInput={put("levers")} errors={errors} />
      <Rows<Measure>
        name="measures"
        label={t(parts.measures)}
        hint={t(words.measuresHint)}
        value={draft.measures}
        onInput={put("measures")}
        blank={{ label: empty, value: "" }}
        max={storyLimits.measures}
        errors={errors}
        row={(one, change, name) => (
          <>
            <Both
              name={`${name}.label`}
              label={t(words.measure)}
              value={one.label}
              onInput={(label) => change({ ...one, label })}
              errors={errors}
            />
            <Field
              name={`${name}.value`}
              label={t(words.value)}
              value={one.value}
              onInput={(value) => change({ ...one, value })}
              errors={errors}
            />
          </>
        )}
      />
      <Timeline value={draft.timeline} onInput={put("timeline")} errors={errors} />
      <BilingualField
        name="conditions"
        label={t(parts.conditions)}
        hint={t(words.conditionsHint)}
        value={draft.conditions}
        onInput={put("conditions")}
        errors={errors}
        rows={4}
      />
    </>
  );
}

interface PartProps<T> {
  value: readonly T[];
  onInput: (value: readonly T[], apart?: boolean) => void;
  errors: readonly FieldProblem[];
}

function Timeline({ value, onInput, errors }: PartProps<Milestone>) {
  const sorted = [...value].sort((a, b) => (a.date || "~").localeCompare(b.date || "~"));
  return (
    <Rows<Milestone>
      name="timeline"
      label={t(parts.timeline)}
      hint={t(words.timelineHint)}
      value={value}
      onInput={onInput}
      blank={{ date: "", text: empty }}
      max={storyLimits.timeline}
      errors={errors}
      row={(one, change, name) => (
        <>
          <Field
            name={`${name}.date`}
            label={t(words.date)}
            value={one.date}
            onInput={(date) => change({ ...one, date })}
            errors={errors}
          />
          <Both
            name={`${name}.text`}
            label={t(words.event)}
            value={one.text}
            onInput={(text) => change({ ...one, text })}
            errors={errors}
          />
        </>
      )}
    >
      {!samePart(sorted, value) && (
        <Button look="quiet" onClick={() => onInput(sorted)}>
          {t(words.sort)}
        </Button>
      )}
    </Rows>
  );
}

interface BothProps {
  name: string;
  label: string;
  value: Localised;
  onInput: (value: Localised) => void;
  errors: readonly FieldProblem[];
}

/** A short text in both languages, side by side without a frame of its own. */
function Both({ name, label, value, onInput, errors }: BothProps) {
  return (
    <>
      {(["zh-CN", "en"] as const).map((language) => (
        <Field
          key={language}
          name={`${name}.${language}`}
          label={t(words.inLanguage[language], { label })}
          lang={language}
          value={value[language] ?? ""}
          onInput={(text) => onInput({ ...value, [language]: text })}
          errors={errors}
        />
      ))}
    </>
  );
}

function LeversField({ value, onInput, errors }: PartProps<Draft["levers"][number]>) {
  const { locale } = useLocale();
  const error = errors.find(({ field }) => field.split(".")[0] === "levers")?.message;
  const full = value.length >= storyLimits.levers;
  return (
    <fieldset class={error ? "field field--error" : "field"} id={idOf("levers")}>
      <legend class="field__label">{t(parts.levers)}</legend>
      <span class="field__hint">{t(words.leversHint)}</span>
      {error && <span class="field__error">{error}</span>}
      <div class="choices choices--many">
        {levers.map((lever) => (
          <label class="choice" key={lever}>
            <input
              type="checkbox"
              checked={value.includes(lever)}
              disabled={full && !value.includes(lever)}
              onChange={(e) => onInput(e.currentTarget.checked ? [...value, lever] : value.filter((one) => one !== lever))}
            />
            <span>{leverNames[lever][locale]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
