import { say } from "@lingxi/core/platform/text";
import type { SurveyFigures } from "@lingxi/core/survey/answer-schema";
import { useEffect, useState } from "preact/hooks";
import { Twin } from "../../../figures/twin.tsx";
import { ApiProblem, api } from "../../api.ts";
import { usePaged } from "../../paged.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Notice } from "../../ui.tsx";
import { chartOf, twinWords } from "./twin-of.ts";
import { words } from "./words.ts";

type Result = SurveyFigures["questions"][number];

/** What was answered: a chart with its table for each rating and choice, and the texts to read. */
export function Results({ base }: { readonly base: string }) {
  const { locale } = useLocale();
  const [found, setFound] = useState<SurveyFigures>();
  const [problem, setProblem] = useState("");
  useEffect(() => {
    api<SurveyFigures>(`${base}/results`).then(setFound, (error) =>
      setProblem(error instanceof ApiProblem ? error.message : String(error)),
    );
  }, [base]);
  if (problem) return <Notice tone="error">{problem}</Notice>;
  if (!found) return <p role="status">{t(words.loading)}</p>;
  const noteOf = ({ mean, answered: n }: Result) =>
    mean === undefined ? t(words.answeredNote, { n }) : t(words.mean, { mean, n });
  return (
    <section class="stack stack--loose" aria-label={t(words.results)}>
      <p>{t(words.answers, { invited: found.invited, answers: found.answers })}</p>
      {found.questions.map((one) =>
        one.kind === "text" ? (
          <Texts key={one.id} path={`${base}/texts?question=${one.id}`} title={say(one.label, locale)} count={one.answered} />
        ) : (
          <Twin
            key={one.id}
            words={twinWords()}
            chart={chartOf({
              id: one.id,
              title: say(one.label, locale),
              note: noteOf(one),
              head: t(words.group),
              series: [t(words.people)],
              rows: one.counts.map(({ id, label, count }) => ({
                key: id,
                label: label ? say(label, locale) : t(words.stars, { n: id }),
                values: [count],
              })),
            })}
          />
        ),
      )}
    </section>
  );
}

function Texts({ path, title, count }: { readonly path: string; readonly title: string; readonly count: number }) {
  const [open, setOpen] = useState(false);
  return (
    <section class="stack">
      <h2>{title}</h2>
      <details onToggle={(e) => setOpen(e.currentTarget.open)}>
        <summary>{t(words.texts, { n: count })}</summary>
        {open && <Written path={path} />}
      </details>
    </section>
  );
}

function Written({ path }: { readonly path: string }) {
  const { items, more, busy, problem } = usePaged<{ id: string; text: string }>(path);
  return (
    <div class="stack">
      {problem && <Notice tone="error">{problem}</Notice>}
      <ul class="stack">
        {items?.map(({ id, text }) => (
          <li key={id}>
            <blockquote>{text}</blockquote>
          </li>
        ))}
      </ul>
      {more && (
        <Button look="quiet" busy={busy} onClick={more}>
          {t(words.more)}
        </Button>
      )}
    </div>
  );
}
