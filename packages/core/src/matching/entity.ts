import { entity } from "../platform/entity.ts";
import type { Matches } from "./schema.ts";

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

export const allJudgements = "match-judgements";
export const ofDemand = (demandId: string) => `match#${demandId}`;
export const judgedPrefix = "judged#";

export const MatchList = entity<MatchListRecord, { demandId: string }>({
  type: "match-list",
  key: ({ demandId }) => ({ pk: ofDemand(demandId), sk: "list" }),
});

export const Judgements = entity<JudgementRecord, { demandId: string; projectId: string }>({
  type: "match-judgement",
  key: ({ demandId, projectId }) => ({ pk: ofDemand(demandId), sk: `${judgedPrefix}${projectId}` }),
  indexed: ({ at, demandId, projectId }) => ({ byState: { pk: allJudgements, sk: `${at}#${demandId}#${projectId}` } }),
});
