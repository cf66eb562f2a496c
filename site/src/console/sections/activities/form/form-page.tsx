import { mostQuestions } from "@lingxi/core/form/schema";
import { say } from "@lingxi/core/platform/text";
import { useEffect, useRef, useState } from "preact/hooks";
import { ApiProblem, api } from "../../../api.ts";
import { FormAbove, SaveState } from "../../../form/parts.tsx";
import { useForm } from "../../../form/use-form.ts";
import { OrderTools } from "../../../order/tools.tsx";
import { useOrder } from "../../../order/use-order.ts";
import { t, useLocale } from "../../../text.ts";
import { Button, Field, Notice, PageTitle } from "../../../ui.tsx";
import type { ActivityRow } from "../types.ts";
import { blank, blankQuestion, draftOf, type FormDraft, type FormRow, toContent, toQuestion } from "./draft.ts";
import { Preview } from "./preview.tsx";
import { QuestionFields } from "./question.tsx";
import { words } from "./words.ts";

const check = async (draft: FormDraft) => (await import("./check.ts")).check(draft);
const noTickets: NonNullable<ActivityRow["tickets"]> = [];

/** What is asked of those who register for one activity, with a preview beside it. */
export function RegistrationForm({ id }: { id: string }) {
  const { locale } = useLocale();
  const [row, setRow] = useState<ActivityRow>();
  const [problem, setProblem] = useState("");
  const [told, setTold] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const path = `/api/console/activities/${id}/forms`;
  const read = async () => {
    const { items } = await api<{ items: FormRow[] }>(`${path}?limit=1`);
    const [latest] = items;
    return latest ? { draft: draftOf(latest), version: latest.number } : { draft: blank, version: 0 };
  };
  const form = useForm<FormDraft>({
    place: `activity-form.${id}`,
    blank,
    check,
    auto: false,
    read,
    async save(draft, base) {
      const { number } = await api<{ number: number }>(path, {
        method: "POST",
        body: { ...toContent(draft), number: base?.version ?? 0 },
      });
      setTold(t(words.saved, { n: number }));
      return read();
    },
  });
  const { draft, put, problems } = form;
  const order = useOrder(draft.questions, put("questions"), list);
  useEffect(() => {
    const failed = (error: unknown) => setProblem(error instanceof ApiProblem ? error.message : String(error));
    api<ActivityRow>(`/api/console/activities/${id}`).then(setRow, failed);
    read().then(form.take, failed);
  }, [id]);
  const tickets = row?.tickets ?? noTickets;
  const add = () => {
    order.focusNext(`.builder__questions > [data-row="${draft.questions.length}"] input`);
    put("questions")([...draft.questions, blankQuestion()], true);
  };
  if (!form.base && !problem) return <p role="status">{t(words.loading)}</p>;
  return (
    <div class="stack">
      <p>
        <a href={`/console/activities/${id}`}>← {t(words.back)}</a>
      </p>
      <PageTitle title={row ? `${t(words.title)} · ${say(row.title, locale)}` : t(words.title)} intro={t(words.intro)} />
      {problem && <Notice tone="error">{problem}</Notice>}
      {told && !form.dirty && <Notice tone="success">{told}</Notice>}
      <FormAbove form={form} labels={{ questions: t(words.questions), group: t(words.group) }} />
      <div class="builder">
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void form.save();
          }}
        >
          {draft.questions.length === 0 && <p class="muted">{t(words.none)}</p>}
          <ol class="row-list__list builder__questions" ref={list} {...order.list} aria-label={t(words.questions)}>
            {order.rows.map(({ one, index, lifted }) => (
              <li
                class={lifted ? "card row-list__row row-list__row--lifted" : "card row-list__row"}
                key={one.id}
                data-row={index}
                aria-label={t(words.question, { n: index + 1 })}
              >
                <div class="row-list__fields">
                  <QuestionFields
                    value={one}
                    onInput={(value, apart) =>
                      put("questions")(
                        draft.questions.map((was, n) => (n === index ? value : was)),
                        apart,
                      )
                    }
                    name={`questions.${index}`}
                    errors={problems}
                    above={draft.questions.slice(0, index)}
                    tickets={tickets}
                  />
                </div>
                <OrderTools
                  order={order}
                  index={index}
                  count={draft.questions.length}
                  removeLabel={t(words.remove, { n: index + 1 })}
                />
              </li>
            ))}
          </ol>
          <div class="actions row-list__add">
            {draft.questions.length < mostQuestions && (
              <Button look="quiet" onClick={add}>
                ＋ {t(words.add)}
              </Button>
            )}
          </div>
          <span class="visually-hidden" role="status">
            {order.told}
          </span>
          <Field
            short
            type="number"
            name="group"
            label={t(words.group)}
            hint={t(words.groupHint)}
            value={draft.group}
            onInput={put("group")}
            errors={problems}
          />
          <div class="actions">
            <Button type="submit" busy={form.saving}>
              {t(words.save)}
            </Button>
            <SaveState form={form} />
            {form.base && form.base.version > 0 && <span class="muted small">{t(words.version, { n: form.base.version })}</span>}
          </div>
        </form>
        <Preview questions={draft.questions.map(toQuestion)} tickets={tickets} />
      </div>
    </div>
  );
}
