import { activityKinds } from "@lingxi/core/activity/schema";
import { regions } from "@lingxi/core/taxonomy/schema";
import { useEffect, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { ChainsField } from "../../chains.tsx";
import { go } from "../../router.ts";
import { t } from "../../text.ts";
import { BilingualField, Button, ErrorSummary, Field, Notice, PageTitle, Select } from "../../ui.tsx";
import { useUnsaved, useWork } from "../../work.ts";
import { blank, type Draft, draftOf, toContent } from "./draft.ts";
import { ActivityState } from "./state.tsx";
import type { ActivityRow } from "./types.ts";
import { words } from "./words.ts";

/** One activity: what it says, its state, and who registered. What was typed stays through every refusal. */
export function ActivityEditor({ id }: { id: string | undefined }) {
  const [row, setRow] = useState<ActivityRow>();
  const [draft, setDraft] = useState<Draft>(blank);
  const [dirty, setDirty] = useState(false);
  const { busy, told, trouble, attempt, fail, tell } = useWork();

  const load = async () => {
    if (!id) return;
    const found = await api<ActivityRow>(`/api/console/activities/${id}`);
    setRow(found);
    setDraft(draftOf(found));
    setDirty(false);
  };
  useEffect(() => {
    load().catch(fail);
  }, [id]);
  useUnsaved(dirty);

  const save = () =>
    attempt(async () => {
      if (!row) {
        const made = await api<{ id: string }>("/api/console/activities", { method: "POST", body: toContent(draft) });
        setDirty(false);
        go(`/console/activities/${made.id}`, { replace: true });
        return;
      }
      await api(`/api/console/activities/${row.id}`, { method: "PUT", body: { ...toContent(draft), version: row.version } });
      await load();
      tell(t(words.saved));
    });
  const move = (verb: "publish" | "cancel", done: string) =>
    attempt(async () => {
      if (!row) return;
      await api(`/api/console/activities/${row.id}/${verb}`, { method: "POST", body: { version: row.version } });
      await load();
      tell(done);
    });

  const put = <K extends keyof Draft>(name: K) => {
    return (value: Draft[K]) => {
      setDraft((before) => ({ ...before, [name]: value }));
      setDirty(true);
    };
  };
  const fields = trouble?.fields ?? [];
  const both = (name: "title" | "summary" | "description" | "venue", label: string, rows?: number, hint?: string) => (
    <BilingualField name={name} label={label} value={draft[name]} onInput={put(name)} errors={fields} rows={rows} hint={hint} />
  );
  const time = (name: "startsAt" | "endsAt" | "registrationClosesAt", label: string) => (
    <Field
      short
      type="datetime-local"
      name={name}
      label={label}
      hint={t(words.zone)}
      value={draft[name]}
      onInput={put(name)}
      errors={fields}
    />
  );

  if (id && !row && !trouble) return <p role="status">{t(words.loading)}</p>;
  return (
    <div class="stack">
      <p>
        <a href="/console/activities">← {t(words.back)}</a>
      </p>
      <PageTitle title={draft.title["zh-CN"] || t(words.add)} />
      {told && <Notice tone="success">{told}</Notice>}
      {trouble && <ErrorSummary fields={fields} {...(fields.length ? {} : { message: trouble.message })} />}
      {trouble?.reason === "record.changed" && <Notice tone="warning">{t(words.conflict)}</Notice>}
      {row && <ActivityState row={row} busy={busy} dirty={dirty} onMove={move} />}
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Select
          name="kind"
          label={t(words.kind)}
          value={draft.kind}
          onInput={(kind) => put("kind")(kind as Draft["kind"])}
          options={activityKinds.map((kind) => ({ value: kind, label: t(words[kind]) }))}
          errors={fields}
        />
        {both("title", t(words.heading))}
        {both("summary", t(words.summary), 3)}
        {both("description", t(words.description), 12, t(words.markdown))}
        {both("venue", t(words.venue))}
        <Select
          name="region"
          label={t(words.region)}
          value={draft.region}
          onInput={put("region")}
          options={Object.entries(regions).map(([value, name]) => ({ value, label: t(name) }))}
          errors={fields}
        />
        <ChainsField name="chains" label={t(words.chains)} value={draft.chains} onInput={put("chains")} errors={fields} />
        {time("startsAt", t(words.startsAt))}
        {time("endsAt", t(words.endsAt))}
        {time("registrationClosesAt", t(words.closesAt))}
        <Field
          short
          type="number"
          name="capacity"
          label={t(words.capacity)}
          value={draft.capacity}
          onInput={put("capacity")}
          errors={fields}
        />
        <Field
          short
          type="number"
          name="offerHours"
          label={t(words.offerHours)}
          value={draft.offerHours}
          onInput={put("offerHours")}
          errors={fields}
        />
        <div class="actions">
          <Button type="submit" busy={busy}>
            {t(row && row.status !== "draft" ? words.save : words.saveDraft)}
          </Button>
        </div>
      </form>
    </div>
  );
}
