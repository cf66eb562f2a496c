import { Hono } from "hono";
import { appOf } from "../app.ts";
import { cases, pages } from "../routes/cases.ts";
import type { Env } from "../types.ts";

/** Published cases and pages. */
export const app = appOf({
  api: new Hono<Env>().route("/cases", cases).route("/pages", pages),
});
