import type { Who } from "../platform/actor.ts";
import { entity } from "../platform/entity.ts";
import type { Locale, Localised } from "../platform/text.ts";
import type { CooperationWay } from "../project/schema.ts";
import type { DocumentKind, reminderStatuses } from "./deal-schema.ts";
import type { Ask, AskStatus, Matches, OfferKind, Step } from "./schema.ts";

/** The shortlist of one need; made anew whenever the need or a project changes. */
export interface MatchListRecord extends Omit<Matches, "madeAt"> {
  readonly demandId: string;
  readonly chain: string;
  readonly madeAt: string;
}

/** What a broker judged of one pair; the latest word counts. */
export interface JudgementRecord {
  readonly demandId: string;
  readonly offerId: string;
  readonly suitable: boolean;
  readonly at: string;
}

/** A step that was taken with a pair; the same step on the same day is one. */
export interface StepRecord extends Omit<Step, "at" | "by"> {
  readonly demandId: string;
  readonly offerId: string;
  /** When it was recorded, and by whom. */
  readonly at: string;
  readonly by: Who;
  /** Absent on those of before. */
  readonly chain?: string | undefined;
  /** It was recorded by mistake. */
  readonly takenBack?: boolean | undefined;
}

/** That a pair agreed: one for each pair, as it was recorded last. */
export interface ConversionRecord {
  readonly demandId: string;
  readonly offerId: string;
  readonly kind: OfferKind;
  readonly chain: string;
  readonly way: CooperationWay;
  readonly on: string;
  /** 分; for staff alone. */
  readonly amountFrom?: number | undefined;
  readonly amountTo?: number | undefined;
  readonly managers: readonly string[];
  readonly made: boolean;
}

/** What somebody of the talent pool brought about; made of the conversion, and out of their record when that is taken back. */
export interface CreditRecord extends Pick<ConversionRecord, "demandId" | "offerId" | "chain" | "way" | "on"> {
  readonly talentId: string;
  /** 技术经理人 who brokered it, or 专家 with whom it was made. */
  readonly role: "manager" | "expert";
  readonly standing: boolean;
}

/** Whose contacts a pair has: keyed digests of their addresses, so that what names them goes when they are erased. */
interface OfParties {
  readonly demandId: string;
  readonly offerId: string;
  readonly need?: string | undefined;
  readonly offer?: string | undefined;
}

/** A paper of a pair; the file is in the private store. */
export interface DocumentRecord extends OfParties {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly personal: boolean;
  readonly size: number;
  readonly at: string;
  readonly by: Who;
  readonly removed?: { readonly at: string; readonly by: Who } | undefined;
}

/** What somebody wants to be reminded of. */
export interface ReminderRecord extends OfParties {
  readonly id: string;
  readonly chain: string;
  readonly title: Localised;
  readonly on: string;
  readonly note: string;
  readonly status: (typeof reminderStatuses)[number];
  readonly at: string;
  readonly by: Who;
  readonly done?: { readonly at: string; readonly by: Who } | undefined;
}

/** Which files hold the index of offers: a large one, and a small one of what changed since. */
export interface SupplyHeadRecord {
  readonly base?: string | undefined;
  readonly late?: string | undefined;
  /** Offers of the large file that are none any more. */
  readonly gone: readonly string[];
  readonly former: readonly { readonly key: string; readonly until: string }[];
  readonly at: string;
}

/** One side of a pair that was asked whether it wants to meet the other; asked again it is the next round, and older links open nothing. */
export interface AskRecord extends Omit<Ask, "version"> {
  readonly round: number;
  readonly locale: Locale;
  /** Keyed digest of the contact's address; absent once the person is erased. */
  readonly person?: string | undefined;
  readonly contact: { readonly name: string; readonly email: string };
}

export const asksIn = (status: AskStatus) => `match-asks#${status}`;
export const asksOf = (demandId: string) => `match-asks-of#${demandId}`;
export const asksTo = (person: string) => `match-asks-to#${person}`;

/** What is left of what an ask says of a person who is erased. */
export const erasedAsk = { contact: { name: "", email: "" }, note: undefined } as const;

export const Asks = entity<AskRecord, { id: string }>({
  type: "match-ask",
  personal: { person: (a) => a.person ?? "", empty: erasedAsk },
  key: ({ id }) => ({ pk: `match-ask#${id}`, sk: "ask" }),
  indexed: (a) => ({
    byState: { pk: asksIn(a.status), sk: `${a.since}#${a.id}` },
    byChain: { pk: asksOf(a.demandId), sk: a.id },
    byOwner: a.person ? { pk: asksTo(a.person), sk: a.id } : undefined,
  }),
});

export const allJudgements = "match-judgements";
export const ofDemand = (demandId: string) => `match#${demandId}`;
export const judgedPrefix = "judged#";
export const stepPrefix = "step#";

export const SupplyHead = entity<SupplyHeadRecord, object>({
  type: "supply-head",
  key: () => ({ pk: "supply#head", sk: "head" }),
});

export const MatchList = entity<MatchListRecord, { demandId: string }>({
  type: "match-list",
  key: ({ demandId }) => ({ pk: ofDemand(demandId), sk: "list" }),
});

export const Judgements = entity<JudgementRecord, { demandId: string; offerId: string }>({
  type: "match-judgement",
  key: ({ demandId, offerId }) => ({ pk: ofDemand(demandId), sk: `${judgedPrefix}${offerId}` }),
  indexed: ({ at, demandId, offerId }) => ({ byState: { pk: allJudgements, sk: `${at}#${demandId}#${offerId}` } }),
});

/** Steps in which the two sides were brought together. */
const met: ReadonlySet<string> = new Set(["contact", "meeting", "visit", "agreement"]);
export const allMeetings = "match-meetings";

export const Steps = entity<StepRecord, { demandId: string; offerId: string; on: string; step: string }>({
  type: "match-step",
  key: ({ demandId, offerId, on, step }) => ({ pk: ofDemand(demandId), sk: `${stepPrefix}${offerId}#${on}#${step}` }),
  indexed: ({ demandId, offerId, on, step, takenBack }) => ({
    byState: met.has(step) && !takenBack ? { pk: allMeetings, sk: `${on}#${demandId}#${offerId}#${step}` } : undefined,
  }),
});

export const conversionPrefix = "conversion#";
export const documentPrefix = "document#";
export const reminderPrefix = "reminder#";
/** Conversions that stand, by day. */
export const allConversions = "match-conversions";
export const creditsOf = (talentId: string) => `match-credits#${talentId}`;
export const remindersIn = (status: ReminderRecord["status"]) => `match-reminders#${status}`;
export const papersOn = (person: string) => `match-papers-on#${person}`;
export const notesOn = (person: string) => `match-notes-on#${person}`;

export const Conversions = entity<ConversionRecord, { demandId: string; offerId: string }>({
  type: "match-conversion",
  key: ({ demandId, offerId }) => ({ pk: ofDemand(demandId), sk: `${conversionPrefix}${offerId}` }),
  indexed: ({ made, on, demandId, offerId }) => ({
    byState: made ? { pk: allConversions, sk: `${on}#${demandId}#${offerId}` } : undefined,
  }),
});

export const Credits = entity<CreditRecord, { demandId: string; offerId: string; talentId: string }>({
  type: "match-credit",
  key: ({ demandId, offerId, talentId }) => ({ pk: ofDemand(demandId), sk: `credit#${offerId}#${talentId}` }),
  indexed: ({ talentId, on, demandId, offerId, standing }) => ({
    byOwner: standing ? { pk: creditsOf(talentId), sk: `${on}#${demandId}#${offerId}` } : undefined,
  }),
});

export const Documents = entity<DocumentRecord, { demandId: string; offerId: string; id: string }>({
  type: "match-document",
  key: ({ demandId, offerId, id }) => ({ pk: ofDemand(demandId), sk: `${documentPrefix}${offerId}#${id}` }),
  indexed: ({ personal, removed, need, offer, id }) => ({
    byOwner: personal && !removed && need ? { pk: papersOn(need), sk: id } : undefined,
    byChain: personal && !removed && offer ? { pk: papersOn(offer), sk: id } : undefined,
  }),
});

export const Reminders = entity<ReminderRecord, { demandId: string; offerId: string; id: string }>({
  type: "match-reminder",
  // A note may name either side. Where neither has a contact on record, it has a key of its own.
  personal: {
    person: ({ need, offer, demandId }, ctx) => need ?? offer ?? ctx.keys.digest("match-note", demandId),
    empty: { note: "" },
  },
  key: ({ demandId, offerId, id }) => ({ pk: ofDemand(demandId), sk: `${reminderPrefix}${offerId}#${id}` }),
  indexed: ({ status, on, need, offer, id }) => ({
    byState: { pk: remindersIn(status), sk: `${on}#${id}` },
    byOwner: need ? { pk: notesOn(need), sk: id } : undefined,
    byChain: offer ? { pk: notesOn(offer), sk: id } : undefined,
  }),
});
