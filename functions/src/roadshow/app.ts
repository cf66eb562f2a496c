import { Hono } from "hono";
import { appOf } from "../api/app.ts";
import type { Env } from "../api/types.ts";
import { juror, jury } from "./jury.ts";
import { calls, forms, own } from "./public.ts";
import { running } from "./running.ts";

/** Roadshows: what the public, the jury and the organisers do with them. */
export const app = appOf({
  api: new Hono<Env>()
    .route("/roadshows", calls)
    .route("/console/roadshows", running)
    .route("/console/jury", jury)
    .route("/console/me/jury", juror),
  pages: new Hono<Env>().route("/forms/roadshow", forms).route("/my/roadshow", own),
});
