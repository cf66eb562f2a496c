import { activityKinds } from "@lingxi/core/activity/schema";
import { regions } from "@lingxi/core/taxonomy/schema";
import { useEffect, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { ChainsField } from "../../chains.tsx";
import { FormAbove, SaveState } from "../../form/parts.tsx";
import { useForm } from "../../form/use-form.ts";
import { go } from "../../router.ts";
import { t } from "../../text.ts";
import { BilingualField, Button, Checkbox, ErrorSummary, Field, Notice, PageTitle, Select } from "../../ui.tsx";
import { useWork } from "../../work.ts";
import { Codes } from "./codes.tsx";
import { blank, type Draft, draftOf, toContent } from "./draft.ts";
import { OverBooked } from "./over-booked.tsx";
import { ActivityState } from "./state.tsx";
import { words as more } from "./ticket-words.ts";
import { QuotasField, TicketsField } from "./tickets-field.tsx";
import type { ActivityRow } from "./types.ts";
import { words } from "./words.ts";

const check = async (draft: Draft) => (await import("./check.ts")).check(draft);

/** One activity: what it says, its state, and the way to who registered. What was typed stays through every refusal, reload and conflict. */
export function ActivityEditor({ id }: { id: string | undefined }) {
  const [row, setRow] = useState<ActivityRow>();
  const [overbooked, setOverbooked] = useState<readonly string[]>([]);
  const { busy, told, trouble, attempt, fail, tell } = useWork();
  const path = `/api/console/activities/${id}`;
  const read = async () => {
    const found = await api<ActivityRow>(path);
    setRow(found);
    return { draft: draftOf(found), version: found.version };
  };
  const form = useForm<Draft>({
    place: `activity.${id ?? "new"}`,
    blank,
    check,
    auto: row?.status === "draft",
    ...(id ? { read } : {}),
    async save(typed, base) {
      if (!id) {
        const made = await api<{ id: string }>("/api/console/activities", { method: "POST", body: toContent(typed) });
        go(`/console/activities/${made.id}`, { replace: true });
        return undefined;
      }
      await api(path, { method: "PUT", body: { ...toContent(typed), overbooked, version: base?.version } });
      setOverbooked([]);
      return read();
    },
  });
  const { draft, put, dirty, problems: fields } = form;
  useEffect(() => {
    if (id) read().then(form.take, fail);
  }, [id]);

  const move = (verb: "publish" | "cancel", done: string) =>
    attempt(async () => {
      await api(`${path}/${verb}`, { method: "POST", body: { version: row?.version } });
      form.take(await read());
      tell(done);
    });
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

  // The record is there before its form is: what is typed into an empty one would be lost.
  if (id && !form.base && !trouble) return <p role="status">{t(words.loading)}</p>;
  return (
    <div class="stack">
      <p>
        <a href="/console/activities">← {t(words.back)}</a>
      </p>
      <PageTitle title={draft.title["zh-CN"] || t(words.add)} />
      {told && <Notice tone="success">{told}</Notice>}
      {trouble && <ErrorSummary fields={trouble.fields} message={trouble.message} />}
      <FormAbove form={form} labels={labels()} />
      {row && <ActivityState row={row} busy={busy} dirty={dirty} onMove={move} />}
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.save().then((ok) => ok && id && tell(t(words.saved)));
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
        <h2>{t(more.places)}</h2>
        <Checkbox name="waitingList" label={t(more.waitingList)} checked={draft.waitingList} onChange={put("waitingList")} />
        <Field
          short
          type="datetime-local"
          name="drawAt"
          label={t(more.drawAt)}
          hint={row?.draw?.drawnAt ? t(more.drawn, { n: row.draw.entries ?? 0 }) : t(more.drawHint)}
          value={draft.drawAt}
          onInput={put("drawAt")}
          errors={fields}
        />
        <QuotasField row={row} value={draft.quotas} onInput={put("quotas")} errors={fields} />
        <TicketsField row={row} value={draft.tickets} onInput={put("tickets")} errors={fields} quotas={draft.quotas} />
        {row && <OverBooked row={row} draft={draft} value={overbooked} onInput={setOverbooked} />}
        <div class="actions">
          <Button type="submit" busy={busy || form.saving}>
            {t(row && row.status !== "draft" ? words.save : words.saveDraft)}
          </Button>
          <SaveState form={form} />
        </div>
      </form>
      {row && row.status !== "draft" && <Codes row={row} />}
    </div>
  );
}

const labels = (): Readonly<Record<keyof Draft, string>> => ({
  kind: t(words.kind),
  title: t(words.heading),
  summary: t(words.summary),
  description: t(words.description),
  venue: t(words.venue),
  region: t(words.region),
  chains: t(words.chains),
  startsAt: t(words.startsAt),
  endsAt: t(words.endsAt),
  registrationClosesAt: t(words.closesAt),
  capacity: t(words.capacity),
  offerHours: t(words.offerHours),
  waitingList: t(more.waitingList),
  drawAt: t(more.drawAt),
  quotas: t(more.quotas),
  tickets: t(more.tickets),
});
