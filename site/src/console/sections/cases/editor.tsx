import type { FullCase } from "@lingxi/core/cases/schema";
import { say } from "@lingxi/core/platform/text";
import { useEffect, useRef, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { ChainsField } from "../../chains.tsx";
import { go } from "../../router.ts";
import { t, useLocale } from "../../text.ts";
import { BilingualField, Button, ErrorSummary, Field, Notice, PageTitle } from "../../ui.tsx";
import { useWork } from "../../work.ts";
import { BodyField } from "./body.tsx";
import { CoverField } from "./cover.tsx";
import { blank, type Draft, draftOf, firstSaved, forget, keep, newCaseId, recall, wasFirstSaved } from "./draft.ts";
import { type Asking, PictureDialog } from "./picture.tsx";
import { CaseState } from "./state.tsx";
import { words } from "./words.ts";

/** One case: its draft, its state, and what can be done with it. What was typed stays through every refusal. */
export function CaseEditor({ id }: { id: string | undefined }) {
  const { locale } = useLocale();
  const key = id ?? "new";
  const [row, setRow] = useState<FullCase>();
  const [draft, setDraft] = useState<Draft>(recall(key) ?? blank);
  const [dirty, setDirty] = useState(recall(key) !== undefined);
  const [restored, setRestored] = useState(dirty);
  const [_told, _setTold] = useState(wasFirstSaved(id) ? t(words.saved) : "");
  const { busy, told, trouble, attempt, fail, tell } = useWork();
  const [asking, setAsking] = useState<Asking>();
  const newId = useRef(newCaseId());

  const clean = () => {
    forget(key);
    setDirty(false);
    setRestored(false);
  };
  const load = async (mine?: Draft) => {
    if (!id) return undefined;
    const found = await api<FullCase>(`/api/console/cases/${id}`);
    setRow(found);
    if (!mine) setDraft(draftOf(found));
    return found;
  };
  useEffect(() => {
    load(recall(key)).catch(fail);
    firstSaved(undefined);
  }, [id]);

  const send = async () => {
    await api(`/api/console/cases/${id}`, { method: "PUT", body: draft });
    clean();
  };
  const save = () =>
    attempt(async () => {
      if (!id) {
        const made = await api<{ id: string }>("/api/console/cases", { method: "POST", body: { ...draft, id: newId.current } });
        clean();
        firstSaved(made.id);
        go(`/console/cases/${made.id}`, { replace: true });
        return;
      }
      await send();
      await load();
      tell(t(words.saved));
    });
  const publish = () =>
    attempt(async () => {
      if (dirty) await send();
      const version = dirty ? (await load())?.version : draft.version;
      await api(`/api/console/cases/${id}/publish`, { method: "POST", body: { version } });
      await load();
      tell(t(words.publishedNow));
    });
  const withdraw = () =>
    attempt(async () => {
      const { version } = await api<{ version: number }>(`/api/console/cases/${id}/withdraw`, {
        method: "POST",
        body: { version: draft.version },
      });
      if (dirty) {
        const mine = { ...draft, version };
        setDraft(mine);
        keep(key, mine);
      }
      await load(dirty ? draft : undefined);
      tell(t(words.withdrawnNow));
    });

  const put = <K extends keyof Draft>(name: K) => {
    return (value: Draft[K]) =>
      setDraft((before) => {
        const after = { ...before, [name]: value };
        keep(key, after);
        setDirty(true);
        return after;
      });
  };
  const fields = trouble?.fields ?? [];

  if (id && !row && !trouble) return <p role="status">{t(words.loading)}</p>;
  return (
    <div class="stack">
      <p>
        <a href={`/console/cases?status=${row?.status ?? "draft"}`}>← {t(words.back)}</a>
      </p>
      <PageTitle title={say(draft.title, locale) || t(words.add)} />
      {told && <Notice tone="success">{told}</Notice>}
      {restored && <Notice>{t(words.restored)}</Notice>}
      {trouble && <ErrorSummary fields={fields} {...(fields.length ? {} : { message: trouble.message })} />}
      {trouble?.reason === "record.changed" && id && (
        <Notice tone="warning">
          {t(words.conflict)}{" "}
          <a href={`/console/cases/${id}`} target="_blank" rel="noopener">
            {t(words.latest)}
          </a>
        </Notice>
      )}
      {row && <CaseState row={row} busy={busy} dirty={dirty} onPublish={publish} onWithdraw={withdraw} />}
      <form
        class="stack case-editor"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        onKeyDown={(event) => {
          if (event.key !== "s" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void save();
        }}
      >
        <BilingualField name="title" label={t(words.heading)} value={draft.title} onInput={put("title")} errors={fields} />
        <BilingualField
          name="summary"
          label={t(words.summary)}
          hint={t(words.summaryHint)}
          value={draft.summary}
          onInput={put("summary")}
          errors={fields}
          rows={3}
        />
        <BodyField value={draft.body} onInput={put("body")} errors={fields} ask={setAsking} />
        <CoverField value={draft.cover} onInput={put("cover")} ask={setAsking} />
        <ChainsField name="chains" label={t(words.chains)} value={draft.chains} onInput={put("chains")} errors={fields} />
        <Field
          name="slug"
          label={t(words.slug)}
          hint={t(words.slugHint)}
          value={draft.slug}
          onInput={put("slug")}
          errors={fields}
          lang="en"
        />
        <div class="actions">
          <Button type="submit" busy={busy}>
            {t(busy ? words.saving : id ? words.save : words.saveDraft)}
          </Button>
          {dirty && <span class="muted">{t(words.unsaved)}</span>}
        </div>
      </form>
      <PictureDialog asking={asking} onClose={() => setAsking(undefined)} />
    </div>
  );
}
