import { type Context, Hono } from "hono";
import { errorPage } from "../pages/error.ts";
import { myPages } from "../pages/my.ts";
import { ownProjectPages } from "../pages/my-project.ts";
import { ownTalentPages } from "../pages/my-talent.ts";
import { projectPages } from "../pages/project.ts";
import { registerPages } from "../pages/register.ts";
import { talentPages } from "../pages/talent.ts";
import { unsubscribePages } from "../pages/unsubscribe.ts";
import { describe } from "./describe.ts";
import { actor } from "./middleware/actor.ts";
import { notFound, onError } from "./middleware/errors.ts";
import { activities, registrations } from "./routes/activities.ts";
import { cases } from "./routes/cases.ts";
import { chains } from "./routes/chains.ts";
import { ownProjects, projects } from "./routes/projects.ts";
import { session } from "./routes/session.ts";
import { ownTalents, talents } from "./routes/talents.ts";
import type { Env } from "./types.ts";

/** What anybody may call, chained so that the types of its routes reach the typed client. What staff do is a function of its own. */
const api = new Hono<Env>()
  .get("/health", describe({ summary: "Whether the product answers" }), (c) => c.json({ status: "ok" }))
  .route("/session", session)
  .route("/chains", chains)
  .route("/activities", activities)
  .route("/registrations", registrations)
  .route("/cases", cases)
  .route("/projects", projects)
  .route("/own-projects", ownProjects)
  .route("/talents", talents)
  .route("/own-talents", ownTalents);

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
