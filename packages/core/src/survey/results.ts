import * as z from "zod";
import { partOf } from "../activity/index.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Page } from "../platform/entity.ts";
import { Paging } from "../platform/schema.ts";
import type { Localised } from "../platform/text.ts";
import { answersOf, listAnswers, type SurveyRecord, Surveys, Tickets, ticketsOf } from "./entity.ts";
import { type Question, type QuestionKind, ratings, type SurveyStatus, surveyMissing } from "./schema.ts";

/** How one question was answered: how often each rating or option was chosen; of texts only how many there are. */
export interface QuestionResult {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly label: Localised;
  readonly answered: number;
  /** Of ratings, with two decimals. */
  readonly mean?: number | undefined;
  readonly counts: readonly { readonly id: string; readonly label?: Localised | undefined; readonly count: number }[];
}
export interface SurveyResults {
  readonly status: SurveyStatus;
  readonly opensAt?: string | undefined;
  readonly closesAt?: string | undefined;
  readonly invited: number;
  readonly answers: number;
  readonly questions: readonly QuestionResult[];
}

const One = z.object({ activityId: z.string().max(40) });
const most = 100;

/** Counts all answers. @returns undefined where there is no survey, or it was never opened */
export async function countAnswers(ctx: Ctx, activityId: string): Promise<SurveyResults | undefined> {
  const survey = await Surveys.find(ctx, { activityId });
  return survey && survey.status !== "draft" ? resultsOf(ctx, survey) : undefined;
}

async function resultsOf(ctx: Ctx, survey: SurveyRecord): Promise<SurveyResults> {
  const { activityId, status, opensAt, closesAt, questions } = survey;
  const tallies = new Map(questions.map(({ id }) => [id, { answered: 0, counts: new Map<string, number>() }]));
  let answers = 0;
  let cursor: string | undefined;
  do {
    const page = await listAnswers(ctx, { pk: answersOf(activityId), limit: 500, cursor });
    answers += page.items.length;
    for (const { answers: said } of page.items)
      for (const [id, value] of Object.entries(said)) {
        const tally = tallies.get(id);
        if (!tally) continue;
        tally.answered++;
        for (const chosen of [value].flat()) tally.counts.set(String(chosen), (tally.counts.get(String(chosen)) ?? 0) + 1);
      }
    cursor = page.cursor;
  } while (cursor);
  return {
    ...{ status, opensAt, closesAt, answers },
    invited: await countTickets(ctx, activityId),
    questions: questions.map((question) => resultOf(question, tallies.get(question.id))),
  };
}

async function countTickets(ctx: Ctx, activityId: string): Promise<number> {
  let count = 0;
  let cursor: string | undefined;
  do {
    const page = await Tickets.list(ctx, { pk: ticketsOf(activityId), limit: 500, cursor });
    count += page.items.length;
    cursor = page.cursor;
  } while (cursor);
  return count;
}

function resultOf(
  { id, kind, label, options }: Question,
  tally: { answered: number; counts: ReadonlyMap<string, number> } = { answered: 0, counts: new Map() },
): QuestionResult {
  const count = (of: string) => tally.counts.get(of) ?? 0;
  const facts = { id, kind, label, answered: tally.answered };
  if (kind === "text") return { ...facts, counts: [] };
  if (kind === "choice") return { ...facts, counts: options.map((option) => ({ ...option, count: count(option.id) })) };
  const sum = ratings.reduce((all, rating) => all + rating * count(String(rating)), 0);
  return {
    ...facts,
    mean: tally.answered ? Math.round((sum / tally.answered) * 100) / 100 : undefined,
    counts: ratings.map((rating) => ({ id: String(rating), count: count(String(rating)) })),
  };
}

/** What was answered, question by question. */
export const seeResults = command({
  input: One,
  access: ["organiser", "auditor"],
  scope: partOf,
  run: async (ctx, input): Promise<SurveyResults> => resultsOf(ctx, await Surveys.get(ctx, input, surveyMissing)),
});

/** The texts that were written to one question, in no order that means anything. A page may be shorter than asked for. */
export const listTexts = command({
  input: One.extend({
    question: z.string().max(12),
    ...Paging.shape,
    limit: z.coerce.number().int().min(1).max(most).default(50),
  }),
  access: ["organiser", "auditor"],
  scope: partOf,
  async run(ctx, { activityId, question, limit, cursor }): Promise<Page<{ readonly id: string; readonly text: string }>> {
    const [{ questions }, page] = await Promise.all([
      Surveys.get(ctx, { activityId }, surveyMissing),
      listAnswers(ctx, { pk: answersOf(activityId), limit, cursor }),
    ]);
    const asked = questions.find(({ id, kind }) => id === question && kind === "text");
    if (!asked) return { items: [] };
    const items = page.items.flatMap(({ id, answers }) => (answers[question] ? [{ id, text: String(answers[question]) }] : []));
    return { ...page, items };
  },
});
