import { entity } from "../platform/entity.ts";
import type { Matches, Step } from "./schema.ts";

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
