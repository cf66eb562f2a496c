import { type Context, Hono } from "hono";
import { editing } from "../editing/operations.ts";
import { errorPage } from "../pages/error.ts";
import { myPages } from "../pages/my.ts";
import { ownProjectPages } from "../pages/my-project.ts";
import { ownTalentPages } from "../pages/my-talent.ts";
import { projectPages } from "../pages/project.ts";
import { registerPages } from "../pages/register.ts";
import { talentPages } from "../pages/talent.ts";
import { unsubscribePages } from "../pages/unsubscribe.ts";
import { describe, openApi } from "./describe.ts";
import { actor } from "./middleware/actor.ts";
import { notFound, onError } from "./middleware/errors.ts";
import { activities, registrations, runActivities } from "./routes/activities.ts";
import { readContacts, readImports, runCampaigns } from "./routes/campaigns.ts";
import { cases, writeCases } from "./routes/cases.ts";
import { chains } from "./routes/chains.ts";
import { policy } from "./routes/policy.ts";
import { ownProjects, projects, reviewProjects } from "./routes/projects.ts";
import { session } from "./routes/session.ts";
import { ownTalents, reviewTalents, talents } from "./routes/talents.ts";
import type { Env } from "./types.ts";

/** The API, chained so that the types of its routes reach the typed client. Staff routes stand under /api/console. */
const api = new Hono<Env>()
  .get("/health", describe({ summary: "Whether the product answers" }), (c) => c.json({ status: "ok" }))
  .get("/openapi.json", describe({ summary: "This description" }), (c) =>
    c.json(openApi(app, c.var.ctx.origin, Object.values(editing))),
  )
  .route("/session", session)
  .route("/chains", chains)
  .route("/activities", activities)
  .route("/registrations", registrations)
  .route("/console/activities", runActivities)
  .route("/cases", cases)
  .route("/console/cases", writeCases)
  .route("/console/policy", policy)
  .route("/projects", projects)
  .route("/own-projects", ownProjects)
  .route("/console/projects", reviewProjects)
  .route("/talents", talents)
  .route("/own-talents", ownTalents)
  .route("/console/talents", reviewTalents)
  .route("/console/contacts", readContacts)
  .route("/console/imports", readImports)
  .route("/console/campaigns", runCampaigns);

const pages = new Hono<Env>()
  .route("/forms", registerPages)
  .route("/forms", projectPages)
  .route("/forms", talentPages)
  .route("/my", myPages)
  .route("/my", ownProjectPages)
  .route("/my", ownTalentPages)
  .route("/my", unsubscribePages);

export const app: Hono<Env> = new Hono<Env>({ strict: false });
app.use(actor);
const answerError = (error: unknown, c: Context<Env>) =>
  c.req.path.startsWith("/api") ? onError(error, c) : errorPage(error, c);
app.onError(answerError);
app.notFound((c) => answerError(notFound(), c));
app.route("/api", api);
app.route("/", pages);
app.route("/en", pages);

export type Api = typeof api;
