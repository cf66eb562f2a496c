import { Hono } from "hono";
import { appOf } from "../app.ts";
import { cases } from "../routes/cases.ts";
import type { Env } from "../types.ts";

/** Published cases. */
export const app = appOf({
  api: new Hono<Env>().route("/cases", cases),
});
