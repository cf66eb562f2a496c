import type { Localised, Words } from "@lingxi/core/platform/text";
import { useState } from "preact/hooks";
import { t } from "../text.ts";
import { BilingualField, Button } from "../ui.tsx";
import type { Review } from "./use-record.ts";
import { words } from "./words.ts";

interface Props<Name extends string> {
  /** The texts that there are, the title first, with their names in the API. */
  texts: Readonly<Partial<Record<Name, Localised>>>;
  labels: Readonly<Record<Name, Words>>;
  help: Words;
  review: Review<{ version: number }>;
}

/** The public texts in both languages: the writer's own, and the translation that an organiser adds. */
export function TextsForm<Name extends string>({ texts: given, labels, help, review }: Props<Name>) {
  const [texts, setTexts] = useState<Partial<Record<Name, Localised>>>(given);
  return (
    <details>
      <summary>{t(words.texts)}</summary>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void review.act("texts", texts, t(words.savedTexts), "PUT");
        }}
      >
        <p>{t(help)}</p>
        {(Object.keys(given) as Name[]).map((name) => (
          <BilingualField
            key={name}
            name={name}
            label={t(labels[name])}
            value={texts[name] ?? { "zh-CN": "" }}
            onInput={(text) => setTexts((before) => ({ ...before, [name]: text }))}
            errors={review.trouble?.fields}
            rows={name === "title" ? undefined : 5}
          />
        ))}
        <Button type="submit" busy={review.busy}>
          {t(words.saveTexts)}
        </Button>
      </form>
    </details>
  );
}
