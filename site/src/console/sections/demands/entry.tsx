import { currentConsent } from "@lingxi/core/consent/schema";
import { EnterDemand } from "@lingxi/core/demand/schema";
import type { Words } from "@lingxi/core/platform/text";
import { dayOf } from "@lingxi/core/platform/time";
import { cooperationWays, readinessLevels } from "@lingxi/core/project/schema";
import { regions } from "@lingxi/core/taxonomy/schema";
import { useState } from "preact/hooks";
import { api } from "../../api.ts";
import { useChains } from "../../chains.tsx";
import { FormAbove, SaveState } from "../../form/parts.tsx";
import { useForm } from "../../form/use-form.ts";
import { words as common } from "../../review/words.ts";
import { go } from "../../router.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Checkbox, Choices, Field, Notice, PageTitle, Select, TextArea } from "../../ui.tsx";
import { check } from "./check.ts";
import { blank, type Draft, keptOf, newSubmission, toContent } from "./draft.ts";
import { words } from "./entry-words.ts";
import { IndicatorsField } from "./indicators-field.tsx";
import { words as section } from "./words.ts";

type Typed = Exclude<keyof Draft, "indicators" | "ways" | "consent" | "submission">;

const secrecies = ["none", "trade-secret", "state-secret"] as const;
const languages = [
  { value: "zh-CN", label: "中文" },
  { value: "en", label: "English" },
];
const metaOf = (name: Exclude<keyof Draft, "submission">) =>
  EnterDemand.shape[name].meta() as { label?: Words; hint?: Words } | undefined;
const said = (words: Words | undefined) => (words ? t(words) : undefined);

/** A need as an organiser enters it for an enterprise. What was typed stays through every refusal, but for a state secret. */
export function DemandEntry() {
  const { locale } = useLocale();
  const chains = useChains();
  const [submission] = useState(newSubmission);
  const numbered = (draft: Draft): Draft => ({ ...draft, submission: draft.submission || submission });
  const form = useForm<Draft>({
    place: "demand.new",
    blank,
    auto: false,
    check: async (draft) => check(draft),
    keeps: (draft) => keptOf(numbered(draft)),
    async save(draft) {
      if (draft.secrecy === "state-secret") form.wipe({ ...blank, secrecy: draft.secrecy });
      const { id } = await api<{ id: string }>("/api/console/demands", { method: "POST", body: toContent(numbered(draft)) });
      go(`/console/demands/${id}`, { replace: true });
      return undefined;
    },
  });
  const { draft, put, trouble, problems: errors } = form;
  const asked = <K extends Typed>(name: K) => ({
    name,
    label: said(metaOf(name)?.label) ?? name,
    hint: said(metaOf(name)?.hint),
    value: draft[name] as string,
    onInput: put(name) as (value: string) => void,
    errors,
  });
  return (
    <div class="stack">
      <p>
        <a href="/console/demands">← {t(section.back)}</a>
      </p>
      <PageTitle title={t(words.title)} intro={t(words.intro)} />
      {trouble?.reason === "demand.state-secret" ? <Notice tone="warning">{trouble.message}</Notice> : <FormAbove form={form} />}
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.save();
        }}
      >
        <Choices
          {...asked("secrecy")}
          as="radio"
          hint={t(words.secrecyHint)}
          value={[draft.secrecy]}
          onInput={([one]) => put("secrecy")((one ?? "") as Draft["secrecy"])}
          options={secrecies.map((value) => ({ value, label: t(words[value]) }))}
        />
        <Field {...asked("title")} />
        <TextArea {...asked("problem")} rows={4} />
        <TextArea {...asked("scenario")} rows={3} />
        <TextArea {...asked("effect")} rows={3} />
        <IndicatorsField
          label={said(metaOf("indicators")?.label) ?? ""}
          hint={said(metaOf("indicators")?.hint) ?? ""}
          value={draft.indicators}
          onInput={put("indicators")}
          errors={errors}
        />
        <Select {...asked("chain")} options={chains.map((chain) => ({ value: chain.id, label: chain.name[locale] }))} />
        <Select
          {...asked("trl")}
          options={readinessLevels.map(({ level, meaning }) => ({ value: String(level), label: `${level} · ${t(meaning)}` }))}
        />
        <Choices
          as="checkbox"
          name="ways"
          label={t(common.ways)}
          value={draft.ways}
          onInput={put("ways")}
          errors={errors}
          options={cooperationWays.map((way) => ({ value: way, label: t(common[way]) }))}
        />
        <Field short {...asked("budgetFrom")} hint={t(words.money)} />
        <Field short {...asked("budgetTo")} hint={t(words.money)} />
        <Field short type="date" min={dayOf(new Date())} {...asked("deadline")} />
        <Select {...asked("region")} options={Object.entries(regions).map(([value, name]) => ({ value, label: t(name) }))} />
        <Field {...asked("organisation")} />
        <Field {...asked("creditCode")} />
        <Field {...asked("name")} />
        <Field type="tel" {...asked("phone")} />
        <Field type="email" {...asked("email")} />
        <Select {...asked("locale")} label={t(words.locale)} options={languages} />
        <Checkbox
          name="consent"
          label={t(words.consent) + currentConsent("demand-listing").text[locale]}
          checked={draft.consent}
          onChange={put("consent")}
          errors={errors}
        />
        <div class="actions">
          <Button type="submit" busy={form.saving}>
            {t(words.send)}
          </Button>
          {trouble?.reason !== "demand.state-secret" && <SaveState form={form} />}
        </div>
        <p class="muted">{t(words.keeps)}</p>
      </form>
    </div>
  );
}
