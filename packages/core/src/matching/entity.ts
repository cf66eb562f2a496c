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
  readonly projectId: string;
  readonly suitable: boolean;
  readonly at: string;
}

/** A step that was taken with a pair; the same step on the same day is one. */
export interface StepRecord extends Step {
  readonly demandId: string;
  readonly projectId: string;
}

export const allJudgements = "match-judgements";
export const ofDemand = (demandId: string) => `match#${demandId}`;
export const judgedPrefix = "judged#";
export const stepPrefix = "step#";

export const MatchList = entity<MatchListRecord, { demandId: string }>({
  type: "match-list",
  key: ({ demandId }) => ({ pk: ofDemand(demandId), sk: "list" }),
});

export const Judgements = entity<JudgementRecord, { demandId: string; projectId: string }>({
  type: "match-judgement",
  key: ({ demandId, projectId }) => ({ pk: ofDemand(demandId), sk: `${judgedPrefix}${projectId}` }),
  indexed: ({ at, demandId, projectId }) => ({ byState: { pk: allJudgements, sk: `${at}#${demandId}#${projectId}` } }),
});

export const Steps = entity<StepRecord, { demandId: string; projectId: string; on: string; step: string }>({
  type: "match-step",
  key: ({ demandId, projectId, on, step }) => ({ pk: ofDemand(demandId), sk: `${stepPrefix}${projectId}#${on}#${step}` }),
});
