import type { Deal } from "@lingxi/core/matching/deal-schema";
import { dayOf, formatDay } from "@lingxi/core/platform/time";
import { useState } from "preact/hooks";
import type { FieldProblem } from "../../api.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Field, Tag, TextArea } from "../../ui.tsx";
import type { Send } from "./deal.tsx";
import { words as listWords } from "./words.ts";
import { dealWords as words } from "./words-deal.ts";

interface Props {
  deal: Deal;
  busy: boolean;
  fields: readonly FieldProblem[] | undefined;
  send?: Send;
}

/** Days on which to look at the two again. */
export function Reminders({ deal, busy, fields, send }: Props) {
  const { locale } = useLocale();
  const [on, setOn] = useState("");
  const [note, setNote] = useState("");
  /** The one that is moved, and to which day. */
  const [moving, setMoving] = useState({ id: "", on: "" });
  const today = dayOf(new Date());
  const open = deal.reminders.filter(({ status }) => status === "open");
  const errors = (about: string) =>
    fields && (moving.id || "") === about
      ? fields.map(({ field, message }) => ({ field: about ? `move-${field}` : field, message }))
      : undefined;
  const add = async () => {
    setMoving({ id: "", on: "" });
    if (!(await send?.("reminders", { on, note }, t(words.reminded)))) return;
    setOn("");
    setNote("");
  };
  const change = async (id: string, body: object, done: string) => {
    if (await send?.(`reminders/${id}`, body, done)) setMoving({ id: "", on: "" });
  };
  return (
    <section class="stack stack--near" aria-label={t(listWords.reminders)}>
      <h2>{t(listWords.reminders)}</h2>
      {!open.length && <p class="muted">{t(words.remindersNone)}</p>}
      <ul class="stack stack--near">
        {open.map(({ id, version, on: day, note: says, by }) => (
          <li key={id} class="stack stack--near">
            <p>
              <Tag {...(day <= today ? { tone: "warning" as const } : {})}>
                {day <= today ? t(listWords.due, { on: formatDay(day, locale) }) : formatDay(day, locale)}
              </Tag>{" "}
              {says || t(listWords.noteGone)} <span class="muted">{by.name ?? by.id}</span>
            </p>
            {send && (
              <div class="actions">
                <Button look="quiet" busy={busy} onClick={() => void change(id, { version, done: true }, t(words.doneNow))}>
                  {t(words.done)}
                </Button>
                {moving.id !== id && (
                  <Button look="quiet" onClick={() => setMoving({ id, on: day })}>
                    {t(words.move)}
                  </Button>
                )}
              </div>
            )}
            {send && moving.id === id && (
              <div class="actions">
                <Field
                  name="move-on"
                  label={t(words.moveTo)}
                  type="date"
                  short
                  value={moving.on}
                  onInput={(typed) => setMoving({ id, on: typed })}
                  errors={errors(id)}
                />
                <Button busy={busy} onClick={() => void change(id, { version, on: moving.on }, t(words.moved))}>
                  {t(words.move)}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {send && (
        <details>
          <summary>{t(words.remind)}</summary>
          <div class="stack">
            <Field name="on" label={t(words.remindOn)} type="date" short value={on} onInput={setOn} errors={errors("")} />
            <TextArea
              name="note"
              label={t(words.note)}
              hint={t(words.noteHint)}
              rows={2}
              value={note}
              onInput={setNote}
              errors={errors("")}
            />
            <Button look="quiet" busy={busy} onClick={() => void add()}>
              {t(words.keep)}
            </Button>
          </div>
        </details>
      )}
    </section>
  );
}
