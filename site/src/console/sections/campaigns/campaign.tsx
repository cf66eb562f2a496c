import { withoutFields } from "@lingxi/core/campaign/schema";
import { say } from "@lingxi/core/platform/text";
import { useEffect, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { FormAbove, SaveState } from "../../form/parts.tsx";
import { useForm } from "../../form/use-form.ts";
import { go } from "../../router.ts";
import { t, useLocale } from "../../text.ts";
import { Button, Empty, ErrorSummary, Notice, PageTitle, Tag } from "../../ui.tsx";
import { useWork } from "../../work.ts";
import { AudienceView } from "./audience.tsx";
import { words as blockWords } from "./blocks-words.ts";
import { blank, copyOf, type Draft, draftOf, toContent } from "./draft.ts";
import { CampaignForm } from "./form.tsx";
import { toneOf } from "./list.tsx";
import { Preview } from "./preview.tsx";
import { Sending } from "./sending.tsx";
import { SendStep, TestStep } from "./steps.tsx";
import type { AudiencePage, CampaignRow } from "./types.ts";
import { Waiting } from "./waiting.tsx";
import { words } from "./words.ts";

const beforeSending = (status: CampaignRow["status"]) => ["draft", "tested", "waiting", "scheduled"].includes(status);

const check = async (draft: Draft) => (await import("./check.ts")).check(draft);

/** One notification, from the first word to the last delivery. What was typed stays through every refusal, reload and conflict. */
export function CampaignEditor({ id }: { id: string | undefined }) {
  const { locale } = useLocale();
  const [row, setRow] = useState<CampaignRow>();
  const [audience, setAudience] = useState<AudiencePage>();
  const { busy, told, trouble, attempt, fail, tell } = useWork();
  const path = `/api/console/campaigns/${id}`;
  const read = async () => {
    const found = await api<CampaignRow>(path);
    setRow(found);
    if (beforeSending(found.status)) setAudience(await api<AudiencePage>(`${path}/audience`));
    return { draft: draftOf(found), version: found.version };
  };
  const form = useForm<Draft>({
    place: `campaign.${id ?? "new"}`,
    blank,
    check,
    // A change undoes a test that was sent: only what was never tested is saved by itself.
    auto: row?.status === "draft" && !row.lastTest,
    ...(id ? { read } : {}),
    async save(typed, base) {
      if (!id) {
        const made = await api<{ id: string }>("/api/console/campaigns", { method: "POST", body: toContent(typed) });
        go(`/console/campaigns/${made.id}`, { replace: true });
        return undefined;
      }
      await api(path, { method: "PUT", body: { ...toContent(typed), version: base?.version } });
      return read();
    },
  });
  const { draft, dirty } = form;
  const load = async () => form.take(await read());
  useEffect(() => {
    if (id) load().catch(fail);
  }, [id]);

  const act = (verb: string, body: object) =>
    attempt(async () => {
      if (!row) return;
      await api(`/api/console/campaigns/${row.id}/${verb}`, { method: "POST", body: { version: row.version, ...body } });
      await load();
    });

  const copy = () =>
    attempt(async () => {
      if (!row) return;
      const { id: made } = await api<{ id: string }>("/api/console/campaigns", { method: "POST", body: toContent(copyOf(row)) });
      go(`/console/campaigns/${made}`);
    });

  // The record is there before its form is: what is typed into an empty one would be lost.
  if (id && !form.base && !trouble) return <p role="status">{t(words.loading)}</p>;
  const fields = [...(trouble?.fields ?? []), ...form.problems];
  const editable = !row || row.status === "draft" || row.status === "tested";
  return (
    <div class="stack steps">
      <p>
        <a href="/console/campaigns">← {t(words.back)}</a>
      </p>
      <PageTitle title={withoutFields(say(row?.subject ?? draft.subject, locale), locale) || t(words.add)}>
        {row && <Tag tone={toneOf(row.status)}>{t(words[row.status])}</Tag>}
        {row && (
          <Button look="quiet" busy={busy} onClick={copy}>
            {t(blockWords.copy)}
          </Button>
        )}
      </PageTitle>
      {told && <Notice tone="success">{told}</Notice>}
      {trouble && <ErrorSummary fields={trouble.fields} {...(trouble.fields.length ? {} : { message: trouble.message })} />}
      <FormAbove
        form={form}
        labels={{
          kind: t(words.kind),
          subject: t(words.subject),
          body: t(words.body),
          topic: t(words.topic),
          preheader: t(blockWords.preheader),
          blocks: t(blockWords.blocks),
          plain: t(blockWords.plain),
          archive: t(blockWords.archive),
          chains: t(words.chains),
          importId: t(words.imports),
          activityId: t(words.list),
          segmentId: t(words.step3),
          exceptSegments: t(words.step3),
          exceptLists: t(words.step3),
        }}
      />
      {editable ? (
        <>
          <CampaignForm
            draft={draft}
            fields={fields}
            onInput={(patch, apart) => {
              for (const [part, value] of Object.entries(patch)) form.put(part as keyof Draft)(value as never, apart);
            }}
            onSave={async () => {
              if ((await form.save()) && id) tell(t(words.saved));
            }}
            busy={busy || form.saving}
          />
          <SaveState form={form} />
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
              fields={fields}
              onSend={(order) => act("send", order)}
            />
          )}
        </>
      ) : row.status === "waiting" || row.status === "scheduled" ? (
        <>
          <Waiting row={row} busy={busy} fields={fields} onAct={act} />
          <Preview draft={draft} of={row.id} people={audience?.items ?? []} />
          {audience && <AudienceView id={row.id} first={audience} key={row.version} />}
        </>
      ) : (
        <>
          <Sending row={row} onMoved={load} />
          {row.startedAt && (
            <section class="stack">
              <h2>{t(blockWords.archive)}</h2>
              <p>
                {row.archive ? (
                  <a href={`/newsletters/${row.id}/`} target="_blank" rel="noopener">
                    {t(blockWords.isShown)}
                  </a>
                ) : (
                  t(blockWords.notShown)
                )}
              </p>
              <div class="actions">
                <Button look="quiet" busy={busy} onClick={() => act("archive", { shown: !row.archive })}>
                  {t(row.archive ? blockWords.takeAway : blockWords.archiveYes)}
                </Button>
              </div>
            </section>
          )}
          <Preview draft={draft} of={row.id} people={[]} />
        </>
      )}
    </div>
  );
}
