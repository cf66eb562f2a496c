import type { Locale } from "@lingxi/core/platform/text";
import { useEffect, useState } from "preact/hooks";
import { ApiProblem, api, type FieldProblem } from "../../api.ts";
import { t, useLocale } from "../../text.ts";
import { framed } from "../../trusted.ts";
import { ErrorSummary } from "../../ui.tsx";
import { useDesk } from "./desk.ts";
import type { Draft } from "./draft.ts";
import { words as listWords } from "./words.ts";
import { fieldWords } from "./words-fields.ts";
import { flowWords as words } from "./words-workflow.ts";

type Width = "narrow" | "wide";

/** What is being typed as its page, in either language, as a telephone and as a computer show it. */
export function Preview({ caseId, draft }: { caseId: string | undefined; draft: Draft }) {
  const desk = useDesk();
  const { locale: own } = useLocale();
  const [locale, setLocale] = useState<Locale>(own);
  const [width, setWidth] = useState<Width>("wide");
  const [html, setHtml] = useState<string>();
  const [problem, setProblem] = useState<{ message: string; fields: readonly FieldProblem[] }>();
  useEffect(() => {
    const stop = new AbortController();
    const body = { ...draft, locale, ...(caseId ? { caseId } : {}) };
    setProblem(undefined);
    api<{ html: string }>(desk.preview, { method: "POST", body, signal: stop.signal }).then(
      // Links of the page lead to new windows: the frame shows nothing else.
      (answer) => setHtml(answer.html.replace("<head>", '<head><base target="_blank">')),
      (error: unknown) => {
        if (!stop.signal.aborted && error instanceof ApiProblem) setProblem(error);
      },
    );
    return () => stop.abort();
  }, [desk, caseId, draft, locale]);
  const choice = <T extends string>(name: string, value: T, chosen: T, text: string, choose: (value: T) => void) => (
    <label class="choice" key={value}>
      <input type="radio" name={name} checked={value === chosen} onChange={() => choose(value)} />
      <span>{text}</span>
    </label>
  );
  return (
    <section class="stack preview" aria-label={t(listWords.preview)}>
      <div class="preview__bar">
        <fieldset class="preview__choice">
          <legend class="visually-hidden">{t(words.previewOf)}</legend>
          {choice("preview-locale", "zh-CN", locale, t(fieldWords.chinese), setLocale)}
          {choice("preview-locale", "en", locale, "English", setLocale)}
        </fieldset>
        <fieldset class="preview__choice">
          <legend class="visually-hidden">{t(words.width)}</legend>
          {choice("preview-width", "narrow", width, t(words.narrow), setWidth)}
          {choice("preview-width", "wide", width, t(words.wide), setWidth)}
        </fieldset>
        {caseId && (
          <a href={`${desk.preview}/${caseId}?locale=${locale}`} target="_blank" rel="noopener">
            {t(words.newTab)}
          </a>
        )}
      </div>
      <p class="muted small">{t(words.previewHelp)}</p>
      {problem && <ErrorSummary fields={problem.fields} still {...(problem.fields.length ? {} : { message: problem.message })} />}
      {!html && !problem && <p role="status">{t(listWords.loading)}</p>}
      {html && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard
        <section class="preview__scroll" tabIndex={0} aria-label={t(listWords.preview)}>
          <iframe
            class={`preview__page preview__page--${width}`}
            title={t(listWords.preview)}
            sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
            srcdoc={framed(html)}
          />
        </section>
      )}
    </section>
  );
}
