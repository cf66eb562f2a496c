import { Hono } from "hono";
import { myPages } from "../../pages/my.ts";
import { registerPages } from "../../pages/register.ts";
import { takeOverPages } from "../../pages/take-over.ts";
import { appOf } from "../app.ts";
import { activities, registrations } from "../routes/activities.ts";
import type { Env } from "../types.ts";

/** Activities and registrations. */
export const app = appOf({
  api: new Hono<Env>().route("/activities", activities).route("/registrations", registrations),
  pages: new Hono<Env>().route("/forms", takeOverPages).route("/forms", registerPages).route("/my", myPages),
});
