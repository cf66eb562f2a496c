import { Hono } from "hono";
import { appOf } from "../api/app.ts";
import type { Env } from "../api/types.ts";
import { invitations } from "./invitations.ts";
import { invitedPages } from "./invited-page.ts";
import { outcomes, publicOutcomes } from "./outcomes.ts";
import { surveyPages } from "./survey-page.ts";
import { surveys } from "./surveys.ts";

const api = new Hono<Env>()
  .route("/console/invitations", invitations)
  .route("/console/surveys", surveys)
  .route("/console/outcomes", outcomes)
  .route("/outcomes", publicOutcomes);

export const app = appOf({
  api,
  pages: new Hono<Env>().route("/forms/survey", surveyPages).route("/my/invitations", invitedPages),
});
