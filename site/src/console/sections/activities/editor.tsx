import { mover } from "@lingxi/core/activity/later-schema";
import { activityKinds } from "@lingxi/core/activity/schema";
import { say } from "@lingxi/core/platform/text";
import { localTime } from "@lingxi/core/platform/zone";
import { regions } from "@lingxi/core/taxonomy/schema";
import { useEffect, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { ChainsField } from "../../chains.tsx";
import { FormAbove, SaveState } from "../../form/parts.tsx";
import { useForm } from "../../form/use-form.ts";
import { go } from "../../router.ts";
import { t, useLocale } from "../../text.ts";
import { BilingualField, Button, Checkbox, ErrorSummary, Field, Notice, PageTitle, Select } from "../../ui.tsx";
import { useWork } from "../../work.ts";
import { words as authoring } from "./authoring-words.ts";
import { agendaAt, Begin, type Beginning } from "./begin.tsx";
import { Codes } from "./codes.tsx";
import { blank, type Draft, draftOf, toContent, toInstant } from "./draft.ts";
import { Further } from "./further.tsx";
import { OverBooked } from "./over-booked.tsx";
import { clockOf, OnlineFields, RemindersField, ZoneField } from "./place-fields.tsx";
import { isTold, SaveDialog } from "./save-dialog.tsx";
import { ActivityState, type Step } from "./state.tsx";
import { words as more } from "./ticket-words.ts";
import { QuotasField, TicketsField } from "./tickets-field.tsx";
import type { ActivityRow } from "./types.ts";
import { words } from "./words.ts";

const check = async (draft: Draft) => (await import("./check.ts")).check(draft);

/** One activity: what it says, its state, and the way to who registered. What was typed stays through every refusal, reload and conflict. */
export function ActivityEditor({ id }: { id: string | undefined }) {
  const { locale } = useLocale();
  const [row, setRow] = useState<ActivityRow>();
  const [overbooked, setOverbooked] = useState<readonly string[]>([]);
  const { busy, told, trouble, attempt, fail, tell } = useWork();
  const path = `/api/console/activities/${id}`;
  const read = async () => {
    const found = await api<ActivityRow>(path);
    setRow(found);
    return { draft: draftOf(found), version: found.version };
  };
  const [beginning, setBeginning] = useState<Beginning>();
  const [saving, setSaving] = useState(false);
  const form = useForm<Draft>({
    place: `activity.${id ?? "new"}`,
    blank,
    check,
    auto: row?.status === "draft",
    ...(id ? { read } : {}),
    async save(typed, base) {
      if (!id) {
        const content = toContent(typed);
        const agenda = beginning && content.startsAt ? { agenda: agendaAt(beginning, content.startsAt) } : {};
        const made = await api<{ id: string }>("/api/console/activities", { method: "POST", body: { ...content, ...agenda } });
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

  const move = (step: Step, done: string, input: object = {}) =>
    attempt(async () => {
      await api(`${path}/${step}`, { method: "POST", body: { ...input, version: row?.version } });
      form.take(await read());
      tell(done);
    });
  const both = (name: "title" | "summary" | "description" | "venue", label: string, rows?: number, hint?: string) => (
    <BilingualField name={name} label={label} value={draft[name]} onInput={put(name)} errors={fields} rows={rows} hint={hint} />
  );
  const keep = () => form.save().then((ok) => void (ok && id && tell(t(words.saved))));
  // A new activity's other times follow its start.
  const start = (typed: string) => {
    const was = toInstant(draft.startsAt, draft.timeZone);
    const is = toInstant(typed, draft.timeZone);
    if (!id && was && is) {
      const move = mover(was, is, draft.timeZone);
      for (const name of ["endsAt", "registrationOpensAt", "registrationClosesAt"] as const)
        if (draft[name]) put(name)(localTime(move(toInstant(draft[name], draft.timeZone)), draft.timeZone));
    }
    put("startsAt")(typed);
  };
  const time = (name: "startsAt" | "endsAt" | "registrationOpensAt" | "registrationClosesAt", label: string, hint = "") => (
    <Field
      short
      type="datetime-local"
      name={name}
      label={label}
      hint={hint ? `${hint} ${clockOf(draft)}` : clockOf(draft)}
      value={draft[name]}
      onInput={name === "startsAt" ? start : put(name)}
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
      {!id && !dirty && (
        <Begin
          tell={tell}
          onBegin={(next) => {
            setBeginning(next);
            form.wipe(next.draft);
          }}
        />
      )}
      {!id && dirty && beginning && (
        <Notice>
          <p>{t(authoring.began, { name: say(beginning.template.name, locale) })}</p>
          <Button
            look="quiet"
            onClick={() => {
              setBeginning(undefined);
              form.discard();
            }}
          >
            {t(authoring.again)}
          </Button>
        </Notice>
      )}
      {row && <ActivityState row={row} busy={busy} dirty={dirty} onMove={move} />}
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isTold(row, draft)) setSaving(true);
          else void keep();
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
        <OnlineFields draft={draft} put={put} errors={fields} />
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
        {time("registrationOpensAt", t(authoring.opensAt), t(authoring.opensHint))}
        {time("registrationClosesAt", t(words.closesAt))}
        <ZoneField draft={draft} put={put} errors={fields} />
        <RemindersField draft={draft} put={put} errors={fields} />
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
          hint={row?.draw?.drawnAt ? t(more.drawn, { n: row.draw.entries ?? 0 }) : `${t(more.drawHint)} ${clockOf(draft)}`}
          value={draft.drawAt}
          onInput={put("drawAt")}
          errors={fields}
        />
        <QuotasField row={row} value={draft.quotas} onInput={put("quotas")} errors={fields} />
        <TicketsField
          {...{ row, value: draft.tickets, onInput: put("tickets"), errors: fields, quotas: draft.quotas, clock: clockOf(draft) }}
        />
        {row && <OverBooked row={row} draft={draft} value={overbooked} onInput={setOverbooked} />}
        <div class="actions">
          <Button type="submit" busy={busy || form.saving}>
            {t(row && row.status !== "draft" ? words.save : words.saveDraft)}
          </Button>
          <SaveState form={form} />
        </div>
      </form>
      {row && (
        <SaveDialog
          row={row}
          draft={draft}
          open={saving}
          onClose={() => setSaving(false)}
          onSave={() => {
            setSaving(false);
            void keep();
          }}
        />
      )}
      {row && row.status !== "draft" && <Codes row={row} />}
      {row && (
        <Further
          row={row}
          dirty={dirty}
          onDone={async (done) => {
            form.take(await read());
            tell(done);
          }}
        />
      )}
    </div>
  );
}

const labels = (): Readonly<Record<keyof Draft, string>> => ({
  kind: t(words.kind),
  title: t(words.heading),
  summary: t(words.summary),
  description: t(words.description),
  venue: t(words.venue),
  onlineLink: t(authoring.onlineLink),
  onlineNote: t(authoring.onlineNote),
  region: t(words.region),
  chains: t(words.chains),
  startsAt: t(words.startsAt),
  endsAt: t(words.endsAt),
  timeZone: t(authoring.timeZone),
  registrationOpensAt: t(authoring.opensAt),
  registrationClosesAt: t(words.closesAt),
  reminders: t(authoring.reminders),
  capacity: t(words.capacity),
  offerHours: t(words.offerHours),
  waitingList: t(more.waitingList),
  drawAt: t(more.drawAt),
  quotas: t(more.quotas),
  tickets: t(more.tickets),
});
