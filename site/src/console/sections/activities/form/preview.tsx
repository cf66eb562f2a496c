import { isAsked } from "@lingxi/core/form/reading-schema";
import type { Question } from "@lingxi/core/form/schema";
import { say } from "@lingxi/core/platform/text";
import { useState } from "preact/hooks";
import { useChains } from "../../../chains.tsx";
import { t, useLocale } from "../../../text.ts";
import { Choices, Field, Select, TextArea } from "../../../ui.tsx";
import type { ActivityRow } from "../types.ts";
import { words } from "./words.ts";

type Given = Record<string, string | string[]>;

/** The form as somebody meets it who registers, to be tried. Nothing that is typed here goes anywhere. */
export function Preview({
  questions,
  tickets,
}: {
  questions: readonly Question[];
  tickets: NonNullable<ActivityRow["tickets"]>;
}) {
  const { locale } = useLocale();
  const [given, setGiven] = useState<Given>({});
  const [ticket, setTicket] = useState("");
  const as = ticket || tickets[0]?.id;
  const asked = questions.filter((question) => isAsked(question, questions, given, as));
  return (
    <section class="card stack" aria-label={t(words.preview)}>
      <h2>{t(words.preview)}</h2>
      <p class="muted small">{t(words.previewHint)}</p>
      {tickets.length > 1 && (
        <Select
          name="preview-ticket"
          label={t(words.asTicket)}
          value={as ?? ""}
          options={tickets.map(({ id, name }) => ({ value: id, label: say(name, locale) }))}
          onInput={setTicket}
        />
      )}
      {asked.map((question) => (
        <Asked
          key={question.id}
          question={question}
          value={given[question.id]}
          onInput={(value) => setGiven((now) => ({ ...now, [question.id]: value }))}
        />
      ))}
    </section>
  );
}

interface AskedProps {
  question: Question;
  value: string | string[] | undefined;
  onInput: (value: string | string[]) => void;
}

function Asked({ question, value = "", onInput }: AskedProps) {
  const { locale } = useLocale();
  const chains = useChains();
  const { id, kind, required, options = [] } = question;
  const label = say(question.label, locale) || t(words.unnamed);
  const common = {
    name: `preview.${id}`,
    label: required ? label : t(words.optional, { label }),
    hint: question.hint ? say(question.hint, locale) : undefined,
  };
  const text = typeof value === "string" ? value : (value[0] ?? "");
  const choices = options.map((o) => ({ value: o.id, label: say(o.label, locale) || t(words.unnamed) }));
  if (kind === "long-text") return <TextArea {...common} value={text} onInput={onInput} />;
  if (kind === "one" || kind === "many")
    return (
      <Choices
        as={kind === "one" ? "radio" : "checkbox"}
        {...common}
        options={choices}
        value={[value].flat()}
        onInput={onInput}
      />
    );
  if (kind === "chain")
    return (
      <Select
        {...common}
        value={text}
        options={chains.map((chain) => ({ value: chain.id, label: chain.name[locale] }))}
        onInput={onInput}
      />
    );
  return (
    <Field {...common} type={kind === "date" ? "date" : kind === "number" ? "number" : "text"} value={text} onInput={onInput} />
  );
}
