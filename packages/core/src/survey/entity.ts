import { createHash } from "node:crypto";
import type { Ctx } from "../platform/context.ts";
import { entity } from "../platform/entity.ts";
import type { Write } from "../platform/table.ts";
import type { Answers, SurveyContent, SurveyStatus } from "./schema.ts";

/** The survey of an activity. */
export interface SurveyRecord extends SurveyContent {
  readonly activityId: string;
  readonly status: SurveyStatus;
  readonly opensAt?: string | undefined;
  readonly closesAt?: string | undefined;
  /** Where the invitations go on; absent at the beginning of a round. */
  readonly cursor?: string | undefined;
  /** How many were in when the last round was over: more since then, and another round goes. */
  readonly rounds?: number | undefined;
}

/** That somebody was invited, and whether they have answered: not what, and not when. */
export interface SurveyTicket {
  readonly activityId: string;
  readonly person: string;
  readonly registrationId: string;
  readonly invitedAt: string;
  readonly answered: boolean;
}

/** One answer. Nothing in it leads to whoever gave it. */
export interface AnswerRecord {
  readonly activityId: string;
  readonly id: string;
  readonly answers: Answers;
}

export const ticketsOf = (activityId: string) => `survey-tickets#${activityId}`;
export const openSurveys = "surveys-open";
export const answersOf = (activityId: string) => `survey-answers#${activityId}`;
const keptDays = 730;

export const Surveys = entity<SurveyRecord, { activityId: string }>({
  type: "survey",
  key: ({ activityId }) => ({ pk: `survey#${activityId}`, sk: "survey" }),
  indexed: (s) => ({ byState: s.status === "open" ? { pk: openSurveys, sk: `${s.opensAt}#${s.activityId}` } : undefined }),
});

export const Tickets = entity<SurveyTicket, { activityId: string; person: string }>({
  type: "survey-ticket",
  key: ({ activityId, person }) => ({ pk: ticketsOf(activityId), sk: person }),
  expires: ({ invitedAt }) => Math.floor(new Date(invitedAt).getTime() / 1000) + keptDays * 86_400,
});

const Answered = entity<AnswerRecord & { readonly opensAt: string }, { activityId: string; id: string }>({
  type: "survey-answer",
  key: ({ activityId, id }) => ({ pk: answersOf(activityId), sk: id }),
  expires: ({ opensAt }) => Math.floor(new Date(opensAt).getTime() / 1000) + keptDays * 86_400,
});
export const listAnswers = Answered.list;

/**
 * Writes an answer with nothing that would lead back: an id without a time in it, and the survey's opening in place of who, when and by which
 * request.
 */
export function answerWrite(ctx: Ctx, { activityId, opensAt = "" }: SurveyRecord, answers: Answers): Write {
  const id = createHash("sha256").update(ctx.newId("ans")).digest("hex").slice(0, 32);
  const nobody: Ctx = { ...ctx, actor: { kind: "public" }, requestId: "survey", now: () => new Date(opensAt) };
  return Answered.create(nobody, { activityId, id, answers, opensAt });
}
