import { entity } from "../platform/entity.ts";
import type { Locale } from "../platform/text.ts";
import type { Ask, AskStatus, Matches, Step } from "./schema.ts";

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
export interface StepRecord extends Step {
  readonly demandId: string;
  readonly offerId: string;
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

export const Steps = entity<StepRecord, { demandId: string; offerId: string; on: string; step: string }>({
  type: "match-step",
  key: ({ demandId, offerId, on, step }) => ({ pk: ofDemand(demandId), sk: `${stepPrefix}${offerId}#${on}#${step}` }),
});
