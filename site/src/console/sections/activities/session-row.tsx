import { type SessionKind, sessionKinds } from "@lingxi/core/activity/agenda-schema";
import { say } from "@lingxi/core/platform/text";
import type { FieldProblem } from "../../api.ts";
import { t, useLocale } from "../../text.ts";
import { BilingualField, Choices, Field, Select } from "../../ui.tsx";
import type { AgendaDraft, SessionDraft } from "./agenda-draft.ts";
import { words } from "./agenda-words.ts";

interface Props {
  name: string;
  session: SessionDraft;
  agenda: AgendaDraft;
  onInput: (session: SessionDraft) => void;
  errors: readonly FieldProblem[];
}

/** One session; folded, it shows when, what and where. One that is new or has something wrong is open. */
export function SessionRow({ name, session, agenda, onInput, errors }: Props) {
  const { locale } = useLocale();
  const title = say(session.title, locale) || t(words.session);
  const room = agenda.rooms.find(({ id }) => id === session.room);
  const wrong = errors.some(({ field }) => field.startsWith(`${name}.`));
  const change = (patch: Partial<SessionDraft>) => onInput({ ...session, ...patch });
  const named = (list: AgendaDraft["rooms"]) => [
    { value: "", label: t(words.none) },
    ...list.map((one) => ({ value: one.id, label: say(one.name, locale) || "…" })),
  ];
  const people = agenda.speakers.map((one) => ({ value: one.id, label: say(one.name, locale) || "…" }));
  const clock = (local: string) => local.slice(11);
  const time = (part: "startsAt" | "endsAt") => (
    <Field
      short
      type="datetime-local"
      name={`${name}.${part}`}
      label={t(words[part])}
      value={session[part]}
      onInput={(typed) => change({ [part]: typed })}
      errors={errors}
    />
  );
  return (
    <details open={wrong || !session.title["zh-CN"]}>
      <summary>
        {clock(session.startsAt)}–{clock(session.endsAt)} {title}
        {room && <span class="small"> · {say(room.name, locale)}</span>}
      </summary>
      <div class="stack session-row">
        <BilingualField
          name={`${name}.title`}
          label={t(words.heading)}
          value={session.title}
          onInput={(value) => change({ title: value })}
          errors={errors}
        />
        <div class="session-row__pair session-row__times">
          {time("startsAt")}
          {time("endsAt")}
        </div>
        <div class="session-row__pair">
          <Select
            name={`${name}.kind`}
            label={t(words.kind)}
            value={session.kind}
            onInput={(kind) => change({ kind: kind as SessionKind })}
            options={sessionKinds.map((kind) => ({ value: kind, label: t(words.kinds[kind]) }))}
            errors={errors}
          />
          {agenda.rooms.length > 0 && (
            <Select
              name={`${name}.room`}
              label={t(words.room)}
              value={session.room}
              onInput={(value) => change({ room: value })}
              options={named(agenda.rooms)}
              errors={errors}
            />
          )}
          {agenda.tracks.length > 0 && (
            <Select
              name={`${name}.track`}
              label={t(words.track)}
              value={session.track}
              onInput={(value) => change({ track: value })}
              options={named(agenda.tracks)}
              errors={errors}
            />
          )}
        </div>
        {people.length > 0 &&
          session.kind !== "break" &&
          (["speakers", "chairs"] as const).map((part) => (
            <Choices
              key={part}
              as="checkbox"
              name={`${name}.${part}`}
              label={t(words[part])}
              options={people}
              value={session[part]}
              onInput={(ids) => change({ [part]: ids })}
              errors={errors}
            />
          ))}
        {session.kind !== "break" && (
          <>
            <BilingualField
              name={`${name}.summary`}
              label={t(words.summary)}
              rows={3}
              value={session.summary}
              onInput={(summary) => change({ summary })}
              errors={errors}
            />
            <Field
              short
              type="number"
              name={`${name}.remindHours`}
              label={t(words.remind)}
              hint={t(words.remindHint)}
              value={session.remindHours}
              onInput={(remindHours) => change({ remindHours })}
              errors={errors}
            />
          </>
        )}
      </div>
    </details>
  );
}
