import * as z from "zod";
import { activityAtDoor, type Holder } from "../activity/index.ts";
import { arrivals, countEntered } from "../check-in/index.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { sendOnce } from "../platform/mail/ledger.ts";
import { MailDeferred } from "../platform/mail/mailer.ts";
import { MailPending } from "../platform/mail/record.ts";
import { ConditionFailed } from "../platform/table.ts";
import { openSurveys, type SurveyRecord, Surveys, Tickets } from "./entity.ts";
import { surveyLetter } from "./letter.ts";

const together = 50;

/**
 * Invites those who came to the surveys that are open, for so many milliseconds; the next call goes on. Each is invited once, however often this runs
 * or crashes in between; who is found to have come later, when a device at the door has sent what it held, is invited then. Closes what is over.
 */
export const sendSurveys = command({
  input: z.object({ milliseconds: z.number(), silence: z.number() }),
  access: "system",
  async run(ctx, { milliseconds, silence }): Promise<{ told: number }> {
    const until = ctx.now().getTime() + milliseconds;
    const now = ctx.now().toISOString();
    const due = { index: "byState", pk: openSurveys, between: ["0", `${now}#~`], limit: 50 } as const;
    let told = 0;
    for (const one of (await Surveys.list(ctx, due)).items) {
      const survey = await Surveys.find(ctx, one);
      if (survey?.status === "open") told += await invite(ctx, survey, until, silence);
      if (ctx.now().getTime() >= until) break;
    }
    return { told };
  },
});

async function invite(ctx: Ctx, first: SurveyRecord & Stored, until: number, silence: number): Promise<number> {
  const { activityId } = first;
  let survey = first;
  let told = 0;
  const note = async (patch: Partial<SurveyRecord>) => {
    await save(ctx, Surveys.change(ctx, survey, patch));
    survey = { ...survey, ...patch, version: survey.version + 1 };
  };
  try {
    if ((survey.closesAt ?? "") <= ctx.now().toISOString()) {
      await note({ status: "closed" });
      return 0;
    }
    const entered = await countEntered(ctx, activityId);
    if (!survey.cursor && survey.rounds === entered) return 0;
    const activity = await activityAtDoor(ctx, activityId);
    while (ctx.now().getTime() < until) {
      const page = await arrivals(ctx, activityId, together, survey.cursor);
      let waiting = false;
      for (const { holder, came } of page.items) {
        if (!came) continue;
        await giveTicket(ctx, holder);
        try {
          const message = surveyLetter(ctx, activity, survey, holder);
          await sendOnce(ctx, { key: `survey-${activityId}-${holder.id}`, template: "survey", message, silence });
          told++;
        } catch (error) {
          if (!(error instanceof MailPending || error instanceof MailDeferred)) throw error;
          waiting = true;
        }
      }
      // Whoever was not reached is tried again with the same page: the others have had their mail.
      if (waiting) break;
      await note({ cursor: page.cursor, ...(page.cursor ? {} : { rounds: entered }) });
      if (!page.cursor) break;
    }
  } catch (error) {
    // Another run is at it, or an organiser closed it.
    if (!(error instanceof DomainError) || error.reason !== changedMeanwhile.reason) throw error;
  }
  return told;
}

/** The one ticket of a registration; who has it keeps it. */
async function giveTicket(ctx: Ctx, { activityId, person, id: registrationId }: Holder): Promise<void> {
  const ticket = { activityId, person, registrationId, invitedAt: ctx.now().toISOString(), answered: false };
  try {
    await ctx.table.write([Tickets.create(ctx, ticket)], "");
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}
