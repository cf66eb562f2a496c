import * as z from "zod";
import { activityAtDoor, partOf } from "../activity/index.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { countAnswers } from "../survey/index.ts";
import { Outcomes } from "./entity.ts";
import { masked } from "./mask.ts";
import { fewest, notOver, type OutcomeView, outcomeMissing, type PublicOutcome, tooFew } from "./schema.ts";
import { countAttendance } from "./statistics.ts";

const One = z.object({ activityId: z.string().max(40) });
const Versioned = One.extend({ version: z.int().min(0) });

/** What of an activity may be told to everybody: how many came, of which kinds, and what ratings were given; no group of fewer than five. */
async function figuresOf(ctx: Ctx, activityId: string): Promise<PublicOutcome> {
  const { status, endsAt } = await activityAtDoor(ctx, activityId);
  if (status !== "published" || endsAt > ctx.now().toISOString()) throw new DomainError(notOver);
  const [{ total, kinds }, survey] = await Promise.all([countAttendance(ctx, activityId), countAnswers(ctx, activityId)]);
  const ratings = (survey?.questions ?? []).flatMap(({ kind, label, mean, answered }) =>
    kind === "rating" && mean !== undefined && answered >= fewest ? [{ label, mean, answered }] : [],
  );
  return {
    came: total.came,
    kinds: masked(kinds.map(({ key, came }) => ({ key, count: came }))),
    ...(survey && survey.answers >= fewest ? { survey: { answers: survey.answers, ratings } } : {}),
  };
}

/** What is told to the public of an activity, and what would be told now. @throws DomainError `outcome.not-over` */
export const seeOutcome = command({
  input: One,
  access: ["organiser", "auditor"],
  scope: partOf,
  async run(ctx, { activityId }): Promise<OutcomeView> {
    const [now, known] = await Promise.all([figuresOf(ctx, activityId), Outcomes.find(ctx, { activityId })]);
    const { publishedAt, figures } = known ?? {};
    return {
      version: known?.version ?? 0,
      now,
      ...(publishedAt && figures ? { published: { at: publishedAt, ...figures } } : {}),
    };
  },
});

/**
 * Shows on the activity's page what it brought, as it is counted now. Again: with the figures of then.
 * @throws DomainError `outcome.not-over`, `outcome.too-few`, `record.changed`
 */
export const publishOutcome = command({
  input: Versioned,
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { activityId, version }): Promise<{ version: number }> {
    const [figures, known] = await Promise.all([figuresOf(ctx, activityId), Outcomes.find(ctx, { activityId })]);
    if ((known?.version ?? 0) !== version) throw new DomainError(changedMeanwhile);
    if (figures.came < fewest) throw new DomainError(tooFew, { params: { fewest } });
    const publishedAt = ctx.now().toISOString();
    await save(
      ctx,
      known ? Outcomes.change(ctx, known, { figures, publishedAt }) : Outcomes.create(ctx, { activityId, figures, publishedAt }),
    );
    return { version: version + 1 };
  },
});

/** Takes it from the page again. Doing it twice changes nothing. */
export const withdrawOutcome = command({
  input: Versioned,
  access: ["organiser"],
  scope: partOf,
  async run(ctx, { activityId, version }): Promise<{ version: number }> {
    const known = await Outcomes.get(ctx, { activityId }, outcomeMissing);
    if (!known.publishedAt) return { version: known.version };
    if (known.version !== version) throw new DomainError(changedMeanwhile);
    await save(ctx, Outcomes.change(ctx, known, { publishedAt: undefined }));
    return { version: version + 1 };
  },
});

/** What the page of an activity that is over shows of it; nothing where nothing was published. */
export async function outcomeShown(ctx: Ctx, activityId: string): Promise<PublicOutcome | undefined> {
  const known = await Outcomes.find(ctx, { activityId });
  return known?.publishedAt ? known.figures : undefined;
}

/** What an organiser told of an activity. @throws DomainError `outcome.not-published` */
export const readOutcome = command({
  input: One,
  access: "public",
  async run(ctx, { activityId }): Promise<PublicOutcome> {
    const { status } = await activityAtDoor(ctx, activityId);
    const figures = status === "published" ? await outcomeShown(ctx, activityId) : undefined;
    if (!figures) throw new DomainError(outcomeMissing);
    return figures;
  },
});
