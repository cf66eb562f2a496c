import { questionKinds } from "@lingxi/core/survey/kinds-schema";
import type { FieldProblem } from "../../api.ts";
import { Rows } from "../../order/rows.tsx";
import { t } from "../../text.ts";
import { BilingualField, Checkbox, Field, Select, TextArea } from "../../ui.tsx";
import { blankQuestion, freshId, type QuestionDraft, type SurveyDraft } from "./survey-draft.ts";
import { words } from "./words.ts";

interface Props {
  readonly draft: SurveyDraft;
  readonly put: (draft: SurveyDraft) => void;
  readonly errors: readonly FieldProblem[];
}

/** What is asked, in its order. */
export function SurveyForm({ draft, put, errors }: Props) {
  const change = (questions: readonly QuestionDraft[]) => {
    // A row that was added twice from one blank has its id again.
    const seen = new Set<string>();
    const apart = questions.map((one) => {
      const id = seen.has(one.id) ? freshId() : one.id;
      seen.add(id);
      return { ...one, id };
    });
    put({ ...draft, questions: apart });
  };
  return (
    <>
      <BilingualField
        name="intro"
        label={t(words.openingWords)}
        value={draft.intro}
        onInput={(intro) => put({ ...draft, intro })}
        errors={errors}
        rows={2}
      />
      <Rows<QuestionDraft>
        name="questions"
        label={t(words.questions)}
        hint={t(words.questionsHelp)}
        value={draft.questions}
        onInput={change}
        blank={blankQuestion()}
        max={20}
        errors={errors}
        row={(one, change, name) => (
          <div class="stack">
            <BilingualField
              name={`${name}.label`}
              label={t(words.question)}
              value={one.label}
              onInput={(label) => change({ ...one, label })}
              errors={errors}
            />
            <Select
              name={`${name}.kind`}
              label={t(words.kind)}
              value={one.kind}
              options={questionKinds.map((kind) => ({ value: kind, label: t(words[kind]) }))}
              onInput={(kind) => change({ ...one, kind: kind as QuestionDraft["kind"] })}
              errors={errors}
            />
            {one.kind === "choice" && (
              <>
                <TextArea
                  name={`${name}.options`}
                  label={t(words.options)}
                  hint={t(words.optionsHelp)}
                  rows={4}
                  value={one.options}
                  onInput={(options) => change({ ...one, options })}
                  errors={errors}
                />
                <Checkbox
                  name={`${name}.many`}
                  label={t(words.many)}
                  checked={one.many}
                  onChange={(many) => change({ ...one, many })}
                />
              </>
            )}
            <Checkbox
              name={`${name}.required`}
              label={t(words.required)}
              checked={one.required}
              onChange={(required) => change({ ...one, required })}
            />
          </div>
        )}
      />
      <Field
        name="days"
        type="number"
        short
        label={t(words.days)}
        value={draft.days}
        onInput={(days) => put({ ...draft, days })}
        errors={errors}
      />
    </>
  );
}
