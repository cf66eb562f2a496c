import * as z from "zod";
import { activityAtDoor } from "../activity/index.ts";
import { command, parse } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { ConditionFailed } from "../platform/table.ts";
import type { Localised } from "../platform/text.ts";
import { answerWrite, type SurveyRecord, Surveys, Tickets } from "./entity.ts";
import { openTicket } from "./link.ts";
import { type Answers, answersTo, type Question, surveyAnswered, surveyClosed, surveyMissing } from "./schema.ts";

/** What somebody who came is asked. */
export interface AskedSurvey {
  readonly activity: Localised;
  readonly intro?: Localised | undefined;
  readonly questions: readonly Question[];
  readonly closesAt: string;
  readonly answered: boolean;
  readonly open: boolean;
}

const isOpen = (ctx: Ctx, { status, opensAt = "~", closesAt = "" }: SurveyRecord) => {
  const now = ctx.now().toISOString();
  return status === "open" && opensAt <= now && now < closesAt;
};

export const seeSurvey = command({
  input: z.object({ token: z.string().max(200) }),
  access: "public",
  async run(ctx, { token }): Promise<AskedSurvey> {
    const { activityId, answered } = await openTicket(ctx, token);
    const [survey, activity] = await Promise.all([
      Surveys.get(ctx, { activityId }, surveyMissing),
      activityAtDoor(ctx, activityId),
    ]);
    const { intro, questions, closesAt = "" } = survey;
    return { activity: activity.title, intro, questions, closesAt, answered, open: isOpen(ctx, survey) };
  },
});

/**
 * Takes an answer: one a ticket. The ticket says afterwards that it was used, the answer nothing of the ticket.
 * @throws DomainError `survey.not-found`, `survey.closed`, `survey.answered`
 */
export const answerSurvey = command({
  input: z.object({
    token: z.string().max(200),
    answers: z.record(z.string().max(12), z.union([z.string().max(4000), z.number(), z.array(z.string().max(20)).max(12)])),
  }),
  access: "public",
  async run(ctx, { token, answers }): Promise<void> {
    const { activityId, person, answered, registrationId } = await openTicket(ctx, token);
    const survey = await Surveys.get(ctx, { activityId }, surveyMissing);
    if (answered) throw new DomainError(surveyAnswered);
    if (!isOpen(ctx, survey)) throw new DomainError(surveyClosed);
    const said = parse(answersTo(survey.questions), answers) as Record<string, Answers[string] | undefined>;
    const kept = Object.entries(said).filter(([, value]) => value !== undefined && value !== "" && String(value) !== "");
    const used = Tickets.update(ctx, { activityId, person }, "SET #answered = :yes", {
      condition: "#answered = :no AND #registrationId = :registrationId",
      values: { ":yes": true, ":no": false, ":registrationId": registrationId },
    });
    try {
      await ctx.table.write([used, answerWrite(ctx, survey, Object.fromEntries(kept) as Answers)], ctx.newId("tok").slice(4));
    } catch (error) {
      if (error instanceof ConditionFailed) throw new DomainError(surveyAnswered);
      throw error;
    }
  },
});
