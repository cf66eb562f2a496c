import { formatTime } from "@lingxi/core/platform/time";
import type { SurveyRow } from "@lingxi/core/survey/answer-schema";
import { useCallback, useEffect, useState } from "preact/hooks";
import { ApiProblem, api } from "../../api.ts";
import { hasRole, useSession } from "../../session.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Dialog, ErrorSummary, Notice, PageTitle } from "../../ui.tsx";
import { useWork } from "../../work.ts";
import { Parts } from "./parts.tsx";
import { Results } from "./results.tsx";
import { blankSurvey, draftOf, inputOf } from "./survey-draft.ts";
import { SurveyForm } from "./survey-form.tsx";
import { words } from "./words.ts";

/** The survey of an activity: written, opened, and read. */
export function Survey({ id }: { readonly id: string }) {
  const { locale } = useLocale();
  const mayWrite = hasRole(useSession(), "organiser");
  const [survey, setSurvey] = useState<SurveyRow>();
  const [draft, setDraft] = useState(blankSurvey);
  const [ready, setReady] = useState(false);
  const [sure, setSure] = useState(false);
  const { busy, told, trouble, attempt, tell, fail } = useWork();
  const base = `/api/console/surveys/${id}`;
  const load = useCallback(async () => {
    try {
      const found = await api<SurveyRow>(base);
      setSurvey(found);
      setDraft(draftOf(found));
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 404) throw error;
    }
    setReady(true);
  }, [base]);
  useEffect(() => void load().catch(fail), [load]);
  const version = survey?.version ?? 0;
  const save = async () => {
    const saved = await api<{ version: number }>(base, { method: "PUT", body: inputOf(draft, version) });
    await load();
    return saved.version;
  };
  const doing = (work: () => Promise<void>) => () => void attempt(work);
  const open = doing(async () => {
    setSure(false);
    await api(`${base}/open`, { method: "POST", body: { version: await save() } });
    await load();
  });
  const close = doing(async () => {
    await api(`${base}/close`, { method: "POST", body: { version } });
    await load();
  });
  const writing = ready && mayWrite && (!survey || survey.status === "draft");
  return (
    <div class="stack stack--loose">
      <Parts id={id} at="survey" />
      <PageTitle title={t(words.surveyTitle)} intro={t(words.surveyIntro)}>
        {mayWrite && survey?.status === "open" && (
          <Button look="quiet" busy={busy} onClick={close}>
            {t(words.close)}
          </Button>
        )}
      </PageTitle>
      {told && <Notice tone="success">{told}</Notice>}
      {trouble && <ErrorSummary fields={trouble.fields} {...(trouble.fields.length ? {} : { message: trouble.message })} />}
      {!ready && !trouble && <p role="status">{t(words.loading)}</p>}
      {survey?.status === "closed" && <Notice>{t(words.closed)}</Notice>}
      {survey?.status === "open" && (
        <Notice tone="success">
          {t(words.opened, { from: formatTime(survey.opensAt ?? "", locale), until: formatTime(survey.closesAt ?? "", locale) })}
        </Notice>
      )}
      {survey && survey.status !== "draft" && <Results base={base} />}
      {writing && (
        <>
          <SurveyForm draft={draft} put={setDraft} errors={trouble?.fields ?? []} />
          <div class="actions">
            <Button look="quiet" busy={busy} onClick={doing(async () => void (await save().then(() => tell(t(words.saved)))))}>
              {t(words.save)}
            </Button>
            <Button busy={busy} onClick={() => setSure(true)}>
              {t(words.open)}
            </Button>
          </div>
        </>
      )}
      <Dialog open={sure} title={t(words.open)} onClose={() => setSure(false)}>
        <p>{t(words.openSure)}</p>
        <Button busy={busy} onClick={open}>
          {t(words.open)}
        </Button>
      </Dialog>
    </div>
  );
}
