import { say } from "@lingxi/core/platform/text";
import { formatRange } from "@lingxi/core/platform/time";
import { localTime } from "@lingxi/core/platform/zone";
import { useEffect, useState } from "preact/hooks";
import { api } from "../../api.ts";
import { FormAbove, SaveState } from "../../form/parts.tsx";
import { useForm } from "../../form/use-form.ts";
import { Rows } from "../../order/rows.tsx";
import { t, useLocale } from "../../text.ts";
import { BilingualField, Button, ErrorSummary, Notice, PageTitle } from "../../ui.tsx";
import { useWork } from "../../work.ts";
import { ThingField } from "../campaigns/thing-field.tsx";
import {
  type AgendaDraft,
  agendaDraftOf,
  blankNamed,
  blankSession,
  blankSpeaker,
  type NamedDraft,
  noAgenda,
  put as placed,
  type SessionDraft,
  type SpeakerDraft,
  toAgenda,
} from "./agenda-draft.ts";
import { words } from "./agenda-words.ts";
import { Conflicts } from "./conflicts.tsx";
import { clockOf } from "./place-fields.tsx";
import { SessionRow } from "./session-row.tsx";
import type { ActivityRow } from "./types.ts";

/** The agenda of one activity: sessions in order, who speaks, and where. Conflicts are shown as they are typed. */
export function AgendaEditor({ id }: { id: string }) {
  const { locale } = useLocale();
  const [row, setRow] = useState<ActivityRow>();
  const { told, trouble, fail, tell } = useWork();
  const zone = row?.timeZone ?? "Asia/Shanghai";
  const read = async () => {
    const found = await api<ActivityRow>(`/api/console/activities/${id}`);
    setRow(found);
    return { draft: found.agenda ? agendaDraftOf(found.agenda, found.timeZone) : noAgenda, version: found.version };
  };
  const form = useForm<AgendaDraft>({
    place: `agenda.${id}`,
    blank: noAgenda,
    check: async (draft) => (await import("./check-agenda.ts")).checkAgenda(draft, zone),
    auto: row?.status === "draft",
    read,
    async save(typed, base) {
      const body = { agenda: toAgenda(typed, zone), version: base?.version };
      await api(`/api/console/activities/${id}/agenda`, { method: "PUT", body });
      return read();
    },
  });
  useEffect(() => {
    read().then(form.take, fail);
  }, [id]);
  const { draft, put } = form;
  // The API names a field within the agenda.
  const errors = form.problems.map(({ field, message }) => ({ field: field.replace(/^agenda\./, ""), message }));
  const named = (part: "rooms" | "tracks", label: string, hint: string, max: number) => (
    <Rows<NamedDraft>
      {...{ name: part, label, hint, max, errors }}
      value={draft[part]}
      onInput={put(part)}
      blank={blankNamed()}
      row={(one, change, name) => (
        <BilingualField
          name={`${name}.name`}
          label={t(words.called)}
          value={one.name}
          onInput={(value) => change({ ...one, name: value })}
          errors={errors}
        />
      )}
    />
  );
  if (!row || !form.base)
    return trouble ? <ErrorSummary fields={trouble.fields} message={trouble.message} /> : <p role="status">…</p>;
  return (
    <div class="stack">
      <p>
        <a href={`/console/activities/${id}`}>← {t(words.back)}</a>
      </p>
      <PageTitle title={`${t(words.title)} · ${row.title["zh-CN"]}`} intro={t(words.intro)} />
      {told && <Notice tone="success">{told}</Notice>}
      <FormAbove form={form} labels={labels()} />
      <p class="small">
        {t(words.when, { range: formatRange(row.startsAt, row.endsAt, locale, zone) })}
        {locale === "en" ? ". " : "。"}
        {t(words.clock, { zone: clockOf({ timeZone: zone, startsAt: localTime(row.startsAt, zone) }) })}
      </p>
      <Conflicts row={row} draft={draft} />
      {row.kind === "roadshow" && <OnStage row={row} />}
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.save().then((ok) => ok && tell(t(row.status === "draft" ? words.savedDraft : words.saved)));
        }}
      >
        <Rows<SessionDraft>
          {...{ name: "sessions", label: t(words.sessions), hint: t(words.sessionsHint), max: 100, errors }}
          value={draft.sessions}
          onInput={(rows, apart) => put("sessions")(placed(draft.sessions, rows), apart)}
          blank={blankSession(draft.sessions, localTime(row.startsAt, zone))}
          row={(session, change, name) => <SessionRow {...{ name, session, errors }} agenda={draft} onInput={change} />}
        />
        <Rows<SpeakerDraft>
          {...{ name: "speakers", label: t(words.speakers), hint: t(words.speakersHint), max: 100, errors }}
          value={draft.speakers}
          onInput={put("speakers")}
          blank={blankSpeaker()}
          row={(one, change, name) => (
            <>
              <BilingualField
                name={`${name}.name`}
                label={t(words.name)}
                value={one.name}
                onInput={(value) => change({ ...one, name: value })}
                errors={errors}
              />
              <BilingualField
                name={`${name}.about`}
                label={t(words.about)}
                value={one.about}
                onInput={(about) => change({ ...one, about })}
                errors={errors}
              />
              <ThingField
                name={`${name}.talent`}
                label={t(words.talent)}
                hint={t(words.talentHint)}
                kind="talents"
                id={one.talent}
                onInput={(talent) => change({ ...one, talent })}
                errors={errors}
              />
              {one.talent && (
                <p>
                  <Button look="quiet" onClick={() => change({ ...one, talent: "" })}>
                    {t(words.talentOff)}
                  </Button>
                </p>
              )}
            </>
          )}
        />
        {named("rooms", t(words.rooms), t(words.roomsHint), 20)}
        {named("tracks", t(words.tracks), t(words.tracksHint), 12)}
        <div class="actions">
          <Button type="submit" busy={form.saving}>
            {t(words.save)}
          </Button>
          <SaveState form={form} />
        </div>
      </form>
    </div>
  );
}

/** What the running order of a roadshow adds, which is changed there. */
function OnStage({ row }: { row: ActivityRow }) {
  const { locale } = useLocale();
  const { stage = [] } = row;
  const clock = (at: string) => localTime(at, row.timeZone).slice(11);
  return (
    <section class="stack" aria-labelledby="on-stage">
      <h2 id="on-stage">{t(words.onStage)}</h2>
      <p class="small">{t(stage.length ? words.onStageHint : words.onStageNone)}</p>
      {stage.length > 0 && (
        <ol class="plain">
          {stage.map(({ id, startsAt, endsAt, title, summary }) => (
            <li key={id}>
              {clock(startsAt)}–{clock(endsAt)} {say(title, locale)}
              {summary && <span class="small"> · {say(summary, locale)}</span>}
            </li>
          ))}
        </ol>
      )}
      <p>
        <a href={`/console/roadshows/${row.id}/order`}>{t(words.toOrder)}</a>
      </p>
    </section>
  );
}

const labels = (): Readonly<Record<keyof AgendaDraft, string>> => ({
  sessions: t(words.sessions),
  speakers: t(words.speakers),
  rooms: t(words.rooms),
  tracks: t(words.tracks),
});
