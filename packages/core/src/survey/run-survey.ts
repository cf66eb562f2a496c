import * as z from "zod";
import { activityAtDoor, partOf } from "../activity/index.ts";
import { command } from "../platform/command.ts";
import { type Stored, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { type SurveyRecord, Surveys } from "./entity.ts";
import { SurveyContent, surveyClosed, surveyMissing, surveyOpened } from "./schema.ts";

export type SurveyRow = SurveyRecord & Stored;
const One = z.object({ activityId: z.string().max(40) });
const day = 86_400_000;

/** Writes the survey of an activity; `version` 0 for the first time. Once it is open its questions stay. */
export const writeSurvey = command({
  input: SurveyContent.safeExtend({ ...One.shape, version: z.int().min(0) }),
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { activityId, version, ...content }): Promise<{ version: number }> {
    await activityAtDoor(ctx, activityId);
    const survey = await Surveys.find(ctx, { activityId });
    if ((survey?.version ?? 0) !== version) throw new DomainError(changedMeanwhile);
    if (survey && survey.status !== "draft") throw new DomainError(surveyOpened);
    const write = survey
      ? Surveys.change(ctx, survey, content)
      : Surveys.create(ctx, { ...content, activityId, status: "draft" });
    await save(ctx, write);
    return { version: version + 1 };
  },
});

/** Opens it as soon as the activity is over, at once when it is: those who came are then written to. */
export const openSurvey = command({
  input: One.extend({ version: z.int() }),
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { activityId, version }): Promise<{ version: number; opensAt: string }> {
    const [survey, activity] = await Promise.all([
      Surveys.get(ctx, { activityId }, surveyMissing),
      activityAtDoor(ctx, activityId),
    ]);
    if (survey.version !== version) throw new DomainError(changedMeanwhile);
    if (survey.status !== "draft") throw new DomainError(surveyOpened);
    const now = ctx.now().toISOString();
    const over = activity.endsAt <= now;
    const opensAt = over ? now : activity.endsAt;
    const closesAt = new Date(new Date(opensAt).getTime() + survey.days * day).toISOString();
    await save(ctx, Surveys.change(ctx, survey, { status: "open", opensAt, closesAt }));
    return { version: version + 1, opensAt };
  },
});

/** Takes no more answers from now on. */
export const closeSurvey = command({
  input: One.extend({ version: z.int() }),
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { activityId, version }): Promise<{ version: number }> {
    const survey = await Surveys.get(ctx, { activityId }, surveyMissing);
    if (survey.version !== version) throw new DomainError(changedMeanwhile);
    if (survey.status !== "open") throw new DomainError(surveyClosed);
    await save(ctx, Surveys.change(ctx, survey, { status: "closed", closesAt: ctx.now().toISOString() }));
    return { version: version + 1 };
  },
});

export const getSurvey = command({
  input: One,
  access: ["organiser", "auditor"],
  scope: partOf,
  run: (ctx, input): Promise<SurveyRow> => Surveys.get(ctx, input, surveyMissing),
});
