import { say } from "@lingxi/core/platform/text";
import { useEffect, useState } from "preact/hooks";
import { api, type FieldProblem } from "../../api.ts";
import { ChainsField } from "../../chains.tsx";
import { t, useLocale } from "../../text.ts";
import { Choices } from "../../ui.tsx";
import { fromWords, kindWords, regionWords, words } from "./words-guests.ts";

export interface Choice {
  readonly from: readonly string[];
  readonly chains: readonly string[];
  readonly kinds: readonly string[];
  readonly regions: readonly string[];
  readonly attended: readonly string[];
}
export const blankChoice: Choice = { from: ["contacts", "talents"], chains: [], kinds: [], regions: [], attended: [] };

interface Past {
  readonly id: string;
  readonly title: { readonly "zh-CN": string; readonly en?: string };
  readonly endsAt: string;
}

interface Props {
  readonly choice: Choice;
  readonly put: (choice: Choice) => void;
  readonly errors: readonly FieldProblem[];
}

const options = (words: Readonly<Record<string, Parameters<typeof t>[0]>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label: t(label) }));

/** By which somebody is chosen; what is left empty narrows nothing. */
export function ChoiceFields({ choice, put, errors }: Props) {
  const { locale } = useLocale();
  const [past, setPast] = useState<readonly Past[]>([]);
  useEffect(() => {
    const now = new Date().toISOString();
    api<{ items: Past[] }>("/api/console/activities?status=published&limit=50").then(
      ({ items }) => setPast(items.filter(({ endsAt }) => endsAt < now).slice(0, 10)),
      () => undefined,
    );
  }, []);
  return (
    <>
      <Choices
        as="checkbox"
        name="from"
        label={t(words.from)}
        hint={t(words.fromHint)}
        options={options(fromWords)}
        value={choice.from}
        onInput={(from) => put({ ...choice, from })}
        errors={errors}
      />
      <ChainsField
        name="chains"
        label={t(words.chains)}
        value={choice.chains}
        onInput={(chains) => put({ ...choice, chains })}
        errors={errors}
      />
      <Choices
        as="checkbox"
        name="kinds"
        label={t(words.kinds)}
        options={options(kindWords)}
        value={choice.kinds}
        onInput={(kinds) => put({ ...choice, kinds })}
        errors={errors}
      />
      <details open={choice.regions.length > 0}>
        <summary>{t(words.regions)}</summary>
        <Choices
          as="checkbox"
          name="regions"
          label={t(words.regions)}
          options={options(regionWords)}
          value={choice.regions}
          onInput={(regions) => put({ ...choice, regions })}
          errors={errors}
        />
      </details>
      {past.length > 0 && (
        <Choices
          as="checkbox"
          name="attended"
          label={t(words.attended)}
          options={past.map(({ id, title }) => ({ value: id, label: say(title, locale) }))}
          value={choice.attended}
          onInput={(attended) => put({ ...choice, attended })}
          errors={errors}
          long
        />
      )}
    </>
  );
}
