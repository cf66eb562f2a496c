import type { CallView, Scale } from "@lingxi/core/roadshow/schema";
import { useEffect } from "preact/hooks";
import { api } from "../../api.ts";
import { FormAbove, SaveState } from "../../form/parts.tsx";
import { useForm } from "../../form/use-form.ts";
import { Rows } from "../../order/rows.tsx";
import { hasRole, useSession } from "../../session.ts";
import { t } from "../../text.ts";
import { Button, Checkbox, Choices, Field, Notice, Select } from "../../ui.tsx";
import { useWork } from "../../work.ts";
import { blank, type Criterion, type Draft, draftOf, inputOf } from "./call-draft.ts";
import { Frame, useCall } from "./frame.tsx";
import { words } from "./words.ts";

const check = async (draft: Draft) => (await import("./check.ts")).checkCall(draft);
const times = ["opensAt", "closesAt", "scoringClosesAt"] as const;

/** The call of one roadshow: its window, its rules and its criteria. It holds as soon as it is saved, so nothing is saved by itself. */
export function Call({ id }: { id: string }) {
  const found = useCall(id);
  const may = hasRole(useSession(), "organiser");
  const { told, tell, fail } = useWork();
  const path = `/api/console/roadshows/${id}`;
  const read = async () => {
    const call = await api<CallView>(path);
    return { draft: draftOf(call), version: call.version };
  };
  const form = useForm<Draft>({
    ...{ place: `roadshow.${id}`, blank, check, read, auto: false },
    async save(draft, base) {
      await api(path, { method: "PUT", body: { ...inputOf(draft), version: base?.version ?? 0 } });
      found.reload();
      return read();
    },
  });
  const { draft, put, problems } = form;
  useEffect(() => {
    read().then(form.take, fail);
  }, []);
  const fields = form.trouble?.fields.length ? form.trouble.fields : problems;
  const labels = Object.fromEntries(Object.keys(blank).map((name) => [name, t(words[name as keyof Draft])])) as Record<
    keyof Draft,
    string
  >;
  const number = (name: "places" | "jurorsEach") => (
    <Field short type="number" name={name} label={t(words[name])} value={draft[name]} onInput={put(name)} errors={fields} />
  );
  return (
    <Frame id={id} part="call" found={found}>
      {told && <Notice tone="success">{told}</Notice>}
      <FormAbove form={form} labels={labels} />
      {!form.base && <p role="status">{t(words.loading)}</p>}
      {form.base && (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void form.save().then((ok) => ok && tell(t(words.savedCall)));
          }}
        >
          {times.map((name) => (
            <Field
              key={name}
              short
              type="datetime-local"
              name={name}
              label={t(words[name])}
              hint={t(words.zone)}
              value={draft[name]}
              onInput={put(name)}
              errors={fields}
            />
          ))}
          <Choices
            as="radio"
            long
            name="scoring"
            label={t(words.scoring)}
            options={(["blind", "open"] as const).map((value) => ({ value, label: t(words[value]) }))}
            value={[draft.scoring]}
            onInput={([one]) => put("scoring")(one as Draft["scoring"])}
            errors={fields}
          />
          <Select
            name="scale"
            label={t(words.scale)}
            options={(["0-10", "1-5"] as const).map((value) => ({ value, label: value.replace("-", "–") }))}
            value={draft.scale}
            onInput={(one) => put("scale")(one as Scale)}
            errors={fields}
          />
          {number("places")}
          {number("jurorsEach")}
          <Checkbox
            name="standardised"
            label={t(words.standardised)}
            hint={t(words.standardisedHelp)}
            checked={draft.standardised}
            onChange={put("standardised")}
            errors={fields}
          />
          <Rows<Criterion>
            name="criteria"
            label={t(words.criteria)}
            hint={t(words.criteriaHint)}
            value={draft.criteria}
            onInput={put("criteria")}
            blank={{ id: "", name: { "zh-CN": "" }, weight: "10" }}
            max={10}
            errors={fields}
            row={(one, set, name) => <CriterionRow one={one} set={set} name={name} errors={fields} />}
          />
          {may && (
            <div class="actions">
              <Button type="submit" busy={form.saving}>
                {t(words.save)}
              </Button>
              <SaveState form={form} />
            </div>
          )}
        </form>
      )}
    </Frame>
  );
}

interface RowProps {
  readonly one: Criterion;
  readonly set: (one: Criterion) => void;
  readonly name: string;
  readonly errors: Parameters<typeof Field>[0]["errors"];
}

function CriterionRow({ one, set, name, errors }: RowProps) {
  const text = (language: "zh-CN" | "en", label: string) => (
    <Field
      name={`${name}.name.${language}`}
      label={label}
      lang={language}
      value={one.name[language] ?? ""}
      onInput={(value) => set({ ...one, name: { ...one.name, [language]: value } })}
      errors={errors}
    />
  );
  return (
    <>
      {text("zh-CN", t(words.criterion))}
      {text("en", t(words.inEnglish))}
      <Field
        short
        type="number"
        name={`${name}.weight`}
        label={t(words.weight)}
        value={one.weight}
        onInput={(weight) => set({ ...one, weight })}
        errors={errors}
      />
    </>
  );
}
