import { Hono } from "hono";
import { unsubscribePages } from "../../pages/unsubscribe.ts";
import { appOf } from "../app.ts";
import type { Env } from "../types.ts";

/** Unsubscribing by the link of a mail. */
export const app = appOf({
  pages: new Hono<Env>().route("/my", unsubscribePages),
});
