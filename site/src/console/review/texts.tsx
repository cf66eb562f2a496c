import type { Localised, Words } from "@lingxi/core/platform/text";
import { useEffect } from "preact/hooks";
import { api } from "../api.ts";
import { FormAbove, SaveState } from "../form/parts.tsx";
import { useForm } from "../form/use-form.ts";
import { t } from "../text.ts";
import { BilingualField, Button } from "../ui.tsx";
import type { Review } from "./use-record.ts";
import { words } from "./words.ts";

type Texts<Name extends string> = Readonly<Partial<Record<Name, Localised>>>;

interface Props<Name extends string, T> {
  /** The record's address in the API. */
  path: string;
  record: T;
  /** The texts that the record has, the title first, with their names in the API. */
  textsOf: (record: T) => Texts<Name>;
  labels: Readonly<Record<Name, Words>>;
  help: Words;
  review: Review<T>;
  /** A trade secret: what is typed of it stays in no browser. */
  secret: boolean;
}

const none: Localised = { "zh-CN": "" };

/** The public texts in both languages: the writer's own, and the translation that an organiser adds. Kept while it is written, merged with what others change. */
export function TextsForm<Name extends string, T extends { version: number }>(props: Props<Name, T>) {
  const { path, record, textsOf, labels, help, review, secret } = props;
  const given = textsOf(record);
  const names = Object.keys(given) as Name[];
  const form = useForm<Texts<Name>>({
    place: `texts.${path.split("/").at(-1)}`,
    blank: {} as Texts<Name>,
    auto: false,
    keeps: (draft) => (secret ? undefined : draft),
    read: async () => {
      const found = await api<T>(path);
      return { draft: textsOf(found), version: found.version };
    },
    async save(texts, base) {
      await api(`${path}/texts`, { method: "PUT", body: { ...texts, version: base?.version } });
      const found = await api<T>(path);
      review.reload();
      return { draft: textsOf(found), version: found.version };
    },
  });
  useEffect(() => form.take({ draft: given, version: record.version }), [record.version]);
  const { draft, put, problems } = form;
  const labelled = Object.fromEntries(names.map((name) => [name, t(labels[name])])) as Record<Name, string>;
  return (
    <details open={Boolean(form.restored || form.clash)}>
      <summary>{t(words.texts)}</summary>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.save();
        }}
      >
        <p>{t(help)}</p>
        <FormAbove form={form} labels={labelled} />
        {names.map((name) => (
          <BilingualField
            key={name}
            name={name}
            label={t(labels[name])}
            value={draft[name] ?? none}
            onInput={(text) => put(name)(text as Texts<Name>[Name])}
            errors={problems}
            rows={name === "title" ? undefined : 5}
          />
        ))}
        <div class="actions">
          <Button type="submit" busy={form.saving}>
            {t(words.saveTexts)}
          </Button>
          <SaveState form={form} />
        </div>
      </form>
    </details>
  );
}
