import type { Localised } from "../platform/text.ts";
import type { Agenda, Session, StageSession } from "./agenda-schema.ts";

/** Something about an agenda that cannot be meant; `what` names the person or the room. Pure, and light enough for a browser. */
export interface Conflict {
  /** `outside` the activity's time; one `speaker` or `room` twice at once; `overlap`: at once, and neither in another track nor in another room. */
  readonly kind: "outside" | "speaker" | "room" | "overlap";
  readonly sessions: readonly [string] | readonly [string, string];
  readonly what?: string;
}

type Span = Pick<Session, "startsAt" | "endsAt">;
const atOnce = (a: Span, b: Span) => a.startsAt < b.endsAt && b.startsAt < a.endsAt;
const people = ({ speakers, chairs }: Session) => new Set([...speakers, ...chairs]);

/** Whether two sessions at once are meant to be: in two rooms or two tracks, and neither a break. */
const isParallel = (a: Session, b: Session) =>
  a.kind !== "break" &&
  b.kind !== "break" &&
  ((a.room !== undefined && b.room !== undefined && a.room !== b.room) ||
    (a.track !== undefined && b.track !== undefined && a.track !== b.track));

/** Every conflict of an agenda, by the order of its sessions. */
export function conflictsOf({ sessions }: Pick<Agenda, "sessions">, activity: Span): Conflict[] {
  return sessions.flatMap((a, n): Conflict[] => [
    ...(a.startsAt < activity.startsAt || a.endsAt > activity.endsAt ? [{ kind: "outside", sessions: [a.id] } as const] : []),
    ...sessions.slice(n + 1).flatMap((b): Conflict[] => {
      if (!atOnce(a, b)) return [];
      const both = [a.id, b.id] as const;
      const twice = [...people(a)].filter((id) => people(b).has(id));
      const speakers = twice.map((what) => ({ kind: "speaker", sessions: both, what }) as const);
      if (a.room && a.room === b.room) return [...speakers, { kind: "room", sessions: both, what: a.room }];
      return isParallel(a, b) ? speakers : [...speakers, { kind: "overlap", sessions: both }];
    }),
  ]);
}

/** Sessions by time; what begins together, by the order in which it was written. */
export const inTime = <T extends Span>(sessions: readonly T[]): T[] =>
  [...sessions].sort((a, b) => (a.startsAt === b.startsAt ? 0 : a.startsAt < b.startsAt ? -1 : 1));

export interface WholeSession extends Session {
  readonly project?: string | undefined;
}

/** The agenda as people meet it: what the organiser wrote, and who is on stage. */
export function wholeAgenda({
  agenda = { sessions: [], speakers: [], rooms: [], tracks: [] },
  stage = [],
}: {
  readonly agenda?: Agenda | undefined;
  readonly stage?: readonly StageSession[] | undefined;
}): Omit<Agenda, "sessions"> & { sessions: WholeSession[] } {
  const both = ({ "zh-CN": zh, en }: Localised) => ({ "zh-CN": zh, en });
  const onStage = stage.map(({ title, summary, ...session }) => ({
    ...{ ...session, title: both(title), speakers: [], chairs: [] },
    ...(summary ? { summary: both(summary) } : {}),
  }));
  return { ...agenda, sessions: inTime<WholeSession>([...agenda.sessions, ...onStage]) };
}

/** The same agenda so much later. */
export const shifted = (agenda: Agenda, move: (instant: string) => string): Agenda => ({
  ...agenda,
  sessions: agenda.sessions.map((session) => ({
    ...session,
    startsAt: move(session.startsAt),
    endsAt: move(session.endsAt),
  })),
});

/**
 * Sessions that were put in another order, with the times that it gives them: they keep their lengths, and pauses stay between the same places.
 * `before` is in time. Sessions beside one another only change places.
 */
export function retimed<T extends Span & { readonly id: string }>(before: readonly T[], after: readonly T[]): T[] {
  const differs = after.map(({ id }, n) => id !== before[n]?.id);
  const [first, last] = [differs.indexOf(true), differs.lastIndexOf(true)];
  const gap = (n: number) => Date.parse(before[n + 1]?.startsAt ?? "") - Date.parse(before[n]?.endsAt ?? "");
  const parallel = before.some((_, n) => n >= first && n < last && gap(n) < 0);
  let at = Date.parse(before[first]?.startsAt ?? "");
  return after.map((session, n) => {
    if (first < 0 || n < first || n > last) return session;
    const start = parallel ? Date.parse(before[n]?.startsAt ?? "") : at;
    const length = Date.parse(session.endsAt) - Date.parse(session.startsAt);
    at += length + Math.max(gap(n) || 0, 0);
    return { ...session, startsAt: new Date(start).toISOString(), endsAt: new Date(start + length).toISOString() };
  });
}
