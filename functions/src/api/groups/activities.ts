import { Hono } from "hono";
import { registerPages } from "../../pages/register.ts";
import { appOf } from "../app.ts";
import { activities } from "../routes/activities.ts";
import type { Env } from "../types.ts";

/** Activities, and registering for them. */
export const app = appOf({
  api: new Hono<Env>().route("/activities", activities),
  pages: new Hono<Env>().route("/forms", registerPages),
});
