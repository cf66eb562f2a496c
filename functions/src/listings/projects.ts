import { Hono } from "hono";
import { appOf } from "../api/app.ts";
import { ownProjects, projects } from "../api/routes/projects.ts";
import type { Env } from "../api/types.ts";
import { ownProjectPages } from "../pages/my-project.ts";
import { projectPages } from "../pages/project.ts";

/** Listed projects, and suppliers with theirs. */
export const app = appOf({
  api: new Hono<Env>().route("/projects", projects).route("/own-projects", ownProjects),
  pages: new Hono<Env>().route("/forms", projectPages).route("/my", ownProjectPages),
});
