import type { Consent } from "../consent/schema.ts";
import { entity } from "../platform/entity.ts";
import type { Locale } from "../platform/text.ts";
import type { CallContent, Decision, Mark, OrderContent, ScoreStatus } from "./schema.ts";

/** A call for projects of one activity, and its result once it is published. */
export interface CallRecord extends CallContent {
  readonly activityId: string;
  readonly result?: PublishedResult | undefined;
}

export interface PublishedResult {
  readonly at: string;
  /** Whether the jury's comments go with it. */
  readonly comments: boolean;
  /** The reserve as it stood then, the best first. */
  readonly reserve: readonly string[];
}

/** What gates every step of a call, on a record that steps can count on in place. */
export interface GateRecord {
  readonly activityId: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly scoringClosesAt: string;
  readonly places: number;
  readonly accepted: number;
  readonly entries: number;
  readonly handedIn: number;
  /** Rises with each decision and withdrawal: what was read before is known to be old. */
  readonly decisions: number;
  readonly resultAt?: string | undefined;
}

/** One project in one roadshow. What the project says, and whom to reach, is in the project's record. */
export interface EntryRecord {
  readonly activityId: string;
  /** A keyed digest of activity and project: one entry for both, and nothing that leads a juror to the project's page. */
  readonly id: string;
  readonly projectId: string;
  /** Keyed digest of the contact's address; absent once the person is erased. */
  readonly person?: string | undefined;
  readonly presenter: { readonly name: string; readonly position?: string | undefined };
  readonly note?: string | undefined;
  readonly locale: Locale;
  readonly status: "submitted" | "withdrawn";
  readonly since: string;
  readonly submittedAt: string;
  readonly consent: Consent;
  readonly decision?: Decided | undefined;
  readonly mark?: Mark | undefined;
}

export interface Decided {
  readonly is: Decision;
  readonly reason?: string | undefined;
  readonly at: string;
  readonly revision: number;
  /** Made when the result was out already: told by itself. */
  readonly late: boolean;
}

/** One juror's marks for one project. */
export interface ScoreRecord {
  readonly activityId: string;
  readonly entryId: string;
  readonly jurorId: string;
  /** Whose comment it is: keyed digest of the juror's address. */
  readonly person: string;
  readonly status: ScoreStatus;
  readonly scores: Readonly<Record<string, number>>;
  readonly comment?: string | undefined;
  readonly handedInAt?: string | undefined;
  /** The organiser found that the same name is another organisation. */
  readonly cleared?: boolean | undefined;
  /** Why it was reopened, for the juror. */
  readonly reopened?: string | undefined;
  /** The version of the project that was read when it was handed in. */
  readonly seen?: number | undefined;
}

/** Where a juror belongs. */
export interface JurorRecord {
  readonly memberId: string;
  readonly person: string;
  readonly organisation: string;
  readonly creditCode?: string | undefined;
  readonly confidentialAt: string;
}

export interface OrderRecord extends OrderContent {
  readonly activityId: string;
  readonly published?: (OrderContent & { readonly at: string; readonly revision: number }) | undefined;
}

const of = (activityId: string) => `roadshow#${activityId}`;
export const inRoadshow = (activityId: string, kind: "entry" | "score") => ({ pk: of(activityId), begins: `${kind}#` });

export const allCalls = "roadshows";
export const Calls = entity<CallRecord, { activityId: string }>({
  type: "roadshow",
  key: ({ activityId }) => ({ pk: of(activityId), sk: "call" }),
  indexed: (c) => ({ byState: { pk: allCalls, sk: `${c.closesAt}#${c.activityId}` } }),
});

export const Gates = entity<GateRecord, { activityId: string }>({
  type: "roadshow-gate",
  key: ({ activityId }) => ({ pk: `roadshow-gate#${activityId}`, sk: "gate" }),
});

/** What is left of what an entry says of a person who is erased. */
export const erasedEntry = { presenter: { name: "" }, note: undefined } as const;
export const entriesOf = (person: string) => `roadshow-of#${person}`;
export const Entries = entity<EntryRecord, { activityId: string; id: string }>({
  type: "roadshow-entry",
  personal: { person: (e) => e.person ?? "", empty: erasedEntry },
  key: ({ activityId, id }) => ({ pk: of(activityId), sk: `entry#${id}` }),
  indexed: (e) => ({ byOwner: e.person ? { pk: entriesOf(e.person), sk: `${e.activityId}#${e.id}` } : undefined }),
});

export const scoresBy = (jurorId: string) => `jury-of#${jurorId}`;
export const scoresOf = (entryId: string) => `score#${entryId}#`;
export const Scores = entity<ScoreRecord, { activityId: string; entryId: string; jurorId: string }>({
  type: "roadshow-score",
  personal: { person: (s) => s.person, empty: { comment: undefined } },
  key: ({ activityId, entryId, jurorId }) => ({ pk: of(activityId), sk: `${scoresOf(entryId)}${jurorId}` }),
  indexed: (s) => ({ byOwner: { pk: scoresBy(s.jurorId), sk: `${s.activityId}#${s.entryId}` } }),
});

export const erasedJuror = { organisation: "", creditCode: undefined } as const;
export const jurorsOf = (person: string) => `roadshow-juror-of#${person}`;
export const Jurors = entity<JurorRecord, { memberId: string }>({
  type: "roadshow-juror",
  personal: { person: (j) => j.person, empty: erasedJuror },
  key: ({ memberId }) => ({ pk: `roadshow-juror#${memberId}`, sk: "juror" }),
  indexed: (j) => ({ byOwner: { pk: jurorsOf(j.person), sk: j.memberId } }),
});

export const Orders = entity<OrderRecord, { activityId: string }>({
  type: "roadshow-order",
  key: ({ activityId }) => ({ pk: of(activityId), sk: "order" }),
});
