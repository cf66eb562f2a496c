import { Hono } from "hono";
import { ownProjectPages } from "../../pages/my-project.ts";
import { projectPages } from "../../pages/project.ts";
import { appOf } from "../app.ts";
import { ownProjects, projects } from "../routes/projects.ts";
import type { Env } from "../types.ts";

/** Listed projects, and suppliers with theirs. */
export const app = appOf({
  api: new Hono<Env>().route("/projects", projects).route("/own-projects", ownProjects),
  pages: new Hono<Env>().route("/forms", projectPages).route("/my", ownProjectPages),
});
