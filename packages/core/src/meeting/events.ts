import type { Derive, Derived } from "../platform/event.ts";
import type { RequestRecord, Row, RunRecord, ScheduleRecord } from "./entity.ts";

/** Payloads name records and persons' digests, never people. */
export interface RequestFact {
  readonly activityId: string;
  readonly requestId: string;
  /** Whom to tell, and about whom. */
  readonly person: string;
  readonly other: string;
}

export interface AgendaFact {
  readonly activityId: string;
  readonly person: string;
  readonly version: number;
}

export interface RunFact {
  readonly activityId: string;
  readonly runId: string;
}

const requestEvent = (is: RequestRecord): Derived[] => {
  const { activityId, id: requestId, from, to, status } = is;
  if (status === "asked") return [{ name: "meeting.asked", data: { activityId, requestId, person: to, other: from } }];
  if (status === "accepted" || status === "declined")
    return [{ name: `meeting.${status}`, data: { activityId, requestId, person: from, other: to } }];
  return [];
};

/** Whose meetings are others than before, or at another time or table. */
export function changedPeople(before: readonly Row[], after: readonly Row[]): string[] {
  const known = new Map(before.map(({ id, sequence, cancelled }) => [id, `${sequence} ${cancelled ?? false}`]));
  const changed = after.filter(({ id, sequence, cancelled }) => known.get(id) !== `${sequence} ${cancelled ?? false}`);
  return [...new Set(changed.flatMap(({ a, b }) => [a, b]))].sort((x, y) => (x < y ? -1 : 1));
}

export const deriveMeetingEvents: Derive = {
  "meeting-request"({ before, after }) {
    const [was, is] = [before, after] as unknown as [RequestRecord | undefined, RequestRecord | undefined];
    return !is || (is.status === was?.status && is.id === was.id) ? [] : requestEvent(is);
  },
  "meeting-schedule"({ before, after }) {
    const [was, is] = [before, after] as unknown as [
      ScheduleRecord | undefined,
      (ScheduleRecord & { version: number }) | undefined,
    ];
    if (!is) return [];
    const { activityId, version } = is;
    return changedPeople(was?.rows ?? [], is.rows).map((person) => ({
      name: "meeting.agenda-changed",
      data: { activityId, person, version } satisfies AgendaFact,
    }));
  },
  "meeting-run"({ before, after }) {
    const [was, is] = [before, after] as unknown as [RunRecord | undefined, RunRecord | undefined];
    if (!is || is.id === was?.id) return [];
    return [{ name: "meeting.run-asked", data: { activityId: is.activityId, runId: is.id } satisfies RunFact }];
  },
};
