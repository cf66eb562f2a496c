import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { type SurveyTicket, Tickets } from "./entity.ts";
import { surveyMissing } from "./schema.ts";

type Named = Pick<SurveyTicket, "activityId" | "person" | "registrationId">;
const proof = (of: Named) => `${of.activityId}|${of.person}|${of.registrationId}`;

/** The secret part of the link by which somebody who came answers. */
export const surveyToken = (ctx: Ctx, of: Named) => `${of.activityId}.${of.person}.${ctx.keys.digest("survey-link", proof(of))}`;

/** The ticket that a link opens. @throws DomainError `survey.not-found` */
export async function openTicket(ctx: Ctx, token: string) {
  const [activityId, person, secret, ...rest] = token.split(".");
  if (!activityId || !person || !secret || rest.length) throw new DomainError(surveyMissing);
  const ticket = await Tickets.get(ctx, { activityId, person }, surveyMissing);
  if (!ctx.keys.verify("survey-link", proof(ticket), secret)) throw new DomainError(surveyMissing);
  return ticket;
}
