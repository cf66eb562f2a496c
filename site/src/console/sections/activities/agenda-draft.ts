import type { Agenda, Session, SessionKind } from "@lingxi/core/activity/agenda-schema";
import { retimed } from "@lingxi/core/activity/conflicts-schema";
import type { Localised } from "@lingxi/core/platform/text";
import { localTime } from "@lingxi/core/platform/zone";
import { toInstant } from "./draft.ts";

/** A session as the form holds it: times as the browser's field gives them, on the clock of the place. */
export interface SessionDraft {
  readonly id: string;
  readonly kind: SessionKind;
  readonly title: Localised;
  readonly summary: Localised;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly room: string;
  readonly track: string;
  readonly speakers: readonly string[];
  readonly chairs: readonly string[];
  readonly remindHours: string;
}

export interface SpeakerDraft {
  readonly id: string;
  readonly name: Localised;
  readonly about: Localised;
  readonly talent: string;
}

export interface NamedDraft {
  readonly id: string;
  readonly name: Localised;
}

export interface AgendaDraft {
  sessions: readonly SessionDraft[];
  speakers: readonly SpeakerDraft[];
  rooms: readonly NamedDraft[];
  tracks: readonly NamedDraft[];
}

export const noAgenda: AgendaDraft = { sessions: [], speakers: [], rooms: [], tracks: [] };

/** Names a part within its agenda; what people see is its name. */
const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => (byte % 36).toString(36)).join("");
const empty: Localised = { "zh-CN": "" };

export const blankNamed = (): NamedDraft => ({ id: newId(), name: empty });
export const blankSpeaker = (): SpeakerDraft => ({ id: newId(), name: empty, about: empty, talent: "" });

const minutes = (local: string, by: number) => new Date(Date.parse(`${local}:00Z`) + by * 60_000).toISOString().slice(0, 16);

/** Half an hour, where the last session ends. */
export function blankSession(sessions: readonly SessionDraft[], start: string): SessionDraft {
  const startsAt = sessions.at(-1)?.endsAt || start;
  return {
    ...{ id: newId(), kind: "talk", title: empty, summary: empty, startsAt, endsAt: startsAt && minutes(startsAt, 30) },
    ...{ room: sessions.at(-1)?.room ?? "", track: "", speakers: [], chairs: [], remindHours: "" },
  };
}

export function agendaDraftOf({ sessions, speakers, rooms, tracks }: Agenda, timeZone: string): AgendaDraft {
  return {
    rooms,
    tracks,
    speakers: speakers.map(({ id, name, about = empty, talent = "" }) => ({ id, name, about, talent })),
    sessions: sessions.map(({ summary = empty, room = "", track = "", remindHours, ...session }) => ({
      ...session,
      ...{ summary, room, track, remindHours: remindHours ? String(remindHours) : "" },
      startsAt: localTime(session.startsAt, timeZone),
      endsAt: localTime(session.endsAt, timeZone),
    })),
  };
}

const said = (text: Localised) => (text["zh-CN"].trim() || text.en?.trim() ? text : undefined);

/** The API's input. What no longer exists is left out of sessions. */
export function toAgenda({ sessions, speakers, rooms, tracks }: AgendaDraft, timeZone: string) {
  const known = (list: readonly { readonly id: string }[], ids: readonly string[]) =>
    ids.filter((id) => list.some((one) => one.id === id));
  return {
    rooms,
    tracks,
    speakers: speakers.map(({ about, talent, ...one }) => ({
      ...one,
      ...(said(about) ? { about } : {}),
      ...(talent ? { talent } : {}),
    })),
    sessions: sessions.map(({ summary, room, track, remindHours, ...session }) => ({
      ...session,
      ...(said(summary) ? { summary } : {}),
      startsAt: toInstant(session.startsAt, timeZone),
      endsAt: toInstant(session.endsAt, timeZone),
      room: known(rooms, [room])[0],
      track: known(tracks, [track])[0],
      speakers: known(speakers, session.speakers),
      chairs: known(speakers, session.chairs),
      ...(remindHours ? { remindHours: Number(remindHours) } : {}),
    })),
  };
}

/** Sessions for finding conflicts: those whose times are typed. */
export const timed = (draft: AgendaDraft, timeZone: string): Session[] =>
  toAgenda(draft, timeZone).sessions.filter(({ startsAt, endsAt }) => startsAt && endsAt && startsAt < endsAt) as Session[];

/** Rows as they were put; the same rows in another order take the times of their new places. */
export function put(before: readonly SessionDraft[], after: readonly SessionDraft[]): readonly SessionDraft[] {
  const sameRows = before.length === after.length && after.every((row) => before.includes(row));
  if (!sameRows || before.some(({ startsAt, endsAt }) => !startsAt || !endsAt)) return after;
  const asInstants = (rows: readonly SessionDraft[]) =>
    rows.map((row) => ({ ...row, startsAt: `${row.startsAt}:00.000Z`, endsAt: `${row.endsAt}:00.000Z` }));
  return retimed(asInstants(before), asInstants(after)).map((row) => ({
    ...row,
    startsAt: row.startsAt.slice(0, 16),
    endsAt: row.endsAt.slice(0, 16),
  }));
}
