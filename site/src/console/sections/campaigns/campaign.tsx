import { withoutFields } from "@lingxi/core/campaign/schema";
import { say } from "@lingxi/core/platform/text";
import { useEffect, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { go } from "../../router.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Empty, ErrorSummary, Notice, PageTitle, Tag } from "../../ui.tsx";
import { useUnsaved, useWork } from "../../work.ts";
import { AudienceView } from "./audience.tsx";
import { blank, type Draft, draftOf, toContent } from "./draft.ts";
import { CampaignForm } from "./form.tsx";
import { toneOf } from "./list.tsx";
import { Preview } from "./preview.tsx";
import { Sending } from "./sending.tsx";
import { SendStep, TestStep } from "./steps.tsx";
import type { AudiencePage, CampaignRow } from "./types.ts";
import { words } from "./words.ts";

/** One notification, from the first word to the last delivery. What was typed stays through every refusal. */
export function CampaignEditor({ id }: { id: string | undefined }) {
  const { locale } = useLocale();
  const [row, setRow] = useState<CampaignRow>();
  const [draft, setDraft] = useState<Draft>(blank);
  const [audience, setAudience] = useState<AudiencePage>();
  const [dirty, setDirty] = useState(false);
  const { busy, told, trouble, attempt, fail, tell } = useWork();

  const load = async () => {
    if (!id) return;
    const found = await api<CampaignRow>(`/api/console/campaigns/${id}`);
    setRow(found);
    if (found.status !== "draft" && found.status !== "tested") return;
    setDraft(draftOf(found));
    setDirty(false);
    setAudience(await api<AudiencePage>(`/api/console/campaigns/${id}/audience`));
  };
  useEffect(() => {
    load().catch(fail);
  }, [id]);
  useUnsaved(dirty);

  const save = () =>
    attempt(async () => {
      if (!row) {
        const made = await api<{ id: string }>("/api/console/campaigns", { method: "POST", body: toContent(draft) });
        setDirty(false);
        go(`/console/campaigns/${made.id}`, { replace: true });
        return;
      }
      await api(`/api/console/campaigns/${row.id}`, { method: "PUT", body: { ...toContent(draft), version: row.version } });
      await load();
      tell(t(words.saved));
    });
  const act = (verb: string, body: object) =>
    attempt(async () => {
      if (!row) return;
      await api(`/api/console/campaigns/${row.id}/${verb}`, { method: "POST", body: { version: row.version, ...body } });
      await load();
    });

  if (id && !row && !trouble) return <p role="status">{t(words.loading)}</p>;
  const fields = trouble?.fields ?? [];
  const editable = !row || row.status === "draft" || row.status === "tested";
  return (
    <div class="stack steps">
      <p>
        <a href="/console/campaigns">← {t(words.back)}</a>
      </p>
      <PageTitle title={withoutFields(say(row?.subject ?? draft.subject, locale), locale) || t(words.add)}>
        {row && <Tag tone={toneOf(row.status)}>{t(words[row.status])}</Tag>}
      </PageTitle>
      {told && <Notice tone="success">{told}</Notice>}
      {trouble && <ErrorSummary fields={fields} {...(fields.length ? {} : { message: trouble.message })} />}
      {trouble?.reason === "record.changed" && dirty && <Notice tone="warning">{t(words.conflict)}</Notice>}
      {editable ? (
        <>
          <CampaignForm
            draft={draft}
            fields={fields}
            onInput={(patch) => {
              setDraft((before) => ({ ...before, ...patch }));
              setDirty(true);
            }}
            onSave={save}
            busy={busy}
          />
          {row && <Preview draft={draft} people={audience?.items ?? []} />}
          {row && audience && audience.counts.considered > 0 && <AudienceView id={row.id} first={audience} key={row.version} />}
          {row && audience?.counts.considered === 0 && (
            <section class="stack">
              <h2>{t(words.step3)}</h2>
              <Empty title={t(words.noContacts)} help={t(words.noContactsHelp)}>
                <Button onClick={() => go("/console/campaigns/contacts")}>{t(words.importNow)}</Button>
              </Empty>
            </section>
          )}
          {row && (
            <TestStep row={row} dirty={dirty} busy={busy} fields={fields} onTest={(body) => act("test", body)} onLook={load} />
          )}
          {row && audience && (
            <SendStep
              row={row}
              dirty={dirty}
              busy={busy}
              count={audience.counts.included}
              onSend={(expected) => act("send", { expected })}
            />
          )}
        </>
      ) : (
        row && <Sending row={row} onMoved={load} />
      )}
    </div>
  );
}
