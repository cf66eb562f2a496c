import { entity } from "../platform/entity.ts";
import type { Locale } from "../platform/text.ts";
import type { Cause, MeetingSetup, Outcome, RequestStatus, runKinds, runStatuses, twinStates } from "./schema.ts";

export interface SetupRecord extends MeetingSetup {
  readonly activityId: string;
  /** When the activity ends: what is kept on people is counted from there. */
  readonly endsAt: string;
}

/** 会面资料 of one who takes part. */
export interface ProfileRecord {
  readonly activityId: string;
  readonly person: string;
  /** What others name them by. */
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly brings: string;
  readonly seeks?: string | undefined;
  readonly chains: readonly string[];
  /** Starts of slots at which they can meet. */
  readonly times: readonly string[];
  readonly onBoard: boolean;
  readonly locale: Locale;
  readonly status: "in" | "out" | "blocked";
  /** Whom they want to meet, the dearest first: persons. */
  readonly wishes: readonly string[];
  /** The name that is held for this address; absent on profiles of before. */
  readonly named?: string | undefined;
  readonly consent: { readonly purpose: string; readonly version: string; readonly at: string; readonly source: string };
}

/** 邀约 between two people: one, whoever asks first. */
export interface RequestRecord {
  readonly activityId: string;
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly status: Exclude<RequestStatus, "expired">;
  readonly askedAt: string;
  readonly answerBy: string;
  readonly acceptedAt?: string | undefined;
}

/** A meeting that has a slot. One that was cancelled keeps its row, so that calendars learn of it. */
export interface Row {
  /** Of its request, and for good: calendars know it by this. */
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly table: string;
  readonly tableName: string;
  readonly sequence: number;
  readonly cancelled?: boolean | undefined;
}

/**
 * The published schedule, whole: that nobody is in two meetings at once holds for one record. Whatever ends an accepted meeting, and whatever
 * publishes, changes it, so that of two at once one comes first and the other sees it.
 */
export interface ScheduleRecord {
  readonly activityId: string;
  readonly publishedAt?: string | undefined;
  readonly rows: readonly Row[];
}

export interface Unplaced {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly cause: Cause;
  /** Who has no slot left. */
  readonly who?: string | undefined;
}

/** What was proposed, to be looked at before it is published. */
export interface DraftRecord {
  readonly activityId: string;
  readonly kind: (typeof runKinds)[number];
  readonly seed: number;
  readonly madeAt: string;
  readonly rows: readonly Omit<Row, "sequence">[];
  readonly unplaced: readonly Unplaced[];
  readonly breaks: number;
  readonly spread: number;
  readonly missing: number;
  readonly bound: { readonly missing: number; readonly breaks: number };
  readonly stopped: boolean;
}

/** One making of a schedule. */
export interface RunRecord {
  readonly activityId: string;
  readonly id: string;
  readonly kind: (typeof runKinds)[number];
  readonly seed: number;
  readonly status: (typeof runStatuses)[number];
  readonly startedAt: string;
  /** Percent of the work that is allowed. */
  readonly done: number;
  readonly missing?: number | undefined;
  readonly breaks?: number | undefined;
  readonly stopAsked?: boolean | undefined;
}

/** What one side, or staff, said of a meeting. */
export interface OutcomeRecord {
  readonly activityId: string;
  readonly id: string;
  readonly by: string;
  readonly outcome: Outcome;
  readonly followUp: boolean;
  readonly again: boolean;
  readonly at: string;
}

/** Holds a name in an organisation for one address. */
interface NameRecord {
  readonly activityId: string;
  readonly name: string;
  readonly person: string;
}

/** Somebody who wanted a profile under a name that is held for another address; what the organiser decides of it. */
export interface TwinRecord {
  readonly activityId: string;
  readonly person: string;
  readonly id: string;
  /** For whom the name is held. */
  readonly holder: string;
  readonly at: string;
  readonly state: (typeof twinStates)[number];
}

type Of = { activityId: string };
export const setups = "meeting-setups";
export const runs = "meeting-runs";
export const meetingsOf = (activityId: string) => `meetings#${activityId}`;
export const peopleOf = (activityId: string) => `meeting-people#${activityId}`;
export const requestsOf = (activityId: string) => `meeting-requests#${activityId}`;
export const askedOf = (activityId: string, person: string) => `meeting-asked#${activityId}#${person}`;
export const askedBy = (activityId: string, person: string) => `meeting-asked-by#${activityId}#${person}`;
export const outcomesOf = (activityId: string) => `meeting-outcomes#${activityId}`;
export const handleOf = (id: string) => `meeting-person#${id}`;
export const pairOf = (x: string, y: string) => (x < y ? `${x}#${y}` : `${y}#${x}`);
/** What is left of a profile that was taken back. */
export const nothingSaid = { name: "", organisation: "", brings: "", seeks: undefined } as const;

export const Setup = entity<SetupRecord, Of>({
  type: "meeting-setup",
  key: ({ activityId }) => ({ pk: meetingsOf(activityId), sk: "setup" }),
  indexed: ({ activityId, endsAt }) => ({ byState: { pk: setups, sk: `${endsAt}#${activityId}` } }),
});

export const Schedule = entity<ScheduleRecord, Of>({
  type: "meeting-schedule",
  key: ({ activityId }) => ({ pk: meetingsOf(activityId), sk: "schedule" }),
});

export const Draft = entity<DraftRecord, Of>({
  type: "meeting-draft",
  key: ({ activityId }) => ({ pk: meetingsOf(activityId), sk: "draft" }),
});

export const Run = entity<RunRecord, Of>({
  type: "meeting-run",
  key: ({ activityId }) => ({ pk: meetingsOf(activityId), sk: "run" }),
  indexed: ({ activityId, status, startedAt }) => ({
    byState: status === "asked" || status === "running" ? { pk: runs, sk: `${startedAt}#${activityId}` } : undefined,
  }),
});

export const Profile = entity<ProfileRecord, { activityId: string; person: string }>({
  type: "meeting-profile",
  personal: { person: (p) => p.person, empty: nothingSaid },
  key: ({ activityId, person }) => ({ pk: peopleOf(activityId), sk: person }),
  indexed: ({ id, activityId }) => ({ byOwner: { pk: handleOf(id), sk: activityId } }),
});

export const Name = entity<NameRecord, { activityId: string; name: string }>({
  type: "meeting-name",
  key: ({ activityId, name }) => ({ pk: `meeting-names#${activityId}`, sk: name }),
});

export const twinsOf = (activityId: string) => `meeting-twins#${activityId}`;
export const Twin = entity<TwinRecord, { activityId: string; person: string }>({
  type: "meeting-twin",
  key: ({ activityId, person }) => ({ pk: twinsOf(activityId), sk: person }),
});

export const Request = entity<RequestRecord, { activityId: string; from: string; to: string }>({
  type: "meeting-request",
  key: ({ activityId, from, to }) => ({ pk: requestsOf(activityId), sk: pairOf(from, to) }),
  indexed: ({ activityId, from, to, askedAt }) => ({
    byOwner: { pk: askedOf(activityId, to), sk: `${askedAt}#${from}` },
    byState: { pk: askedBy(activityId, from), sk: `${askedAt}#${to}` },
  }),
});

export const Outcomes = entity<OutcomeRecord, { activityId: string; id: string; by: string }>({
  type: "meeting-outcome",
  key: ({ activityId, id, by }) => ({ pk: outcomesOf(activityId), sk: `${id}#${by}` }),
});
