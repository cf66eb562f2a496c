import { Hono } from "hono";
import { appOf } from "../app.ts";
import { chains } from "../routes/chains.ts";
import { session } from "../routes/session.ts";
import type { Env } from "../types.ts";

/** Who is signed in, and the chains that forms offer. */
export const app = appOf({
  api: new Hono<Env>().route("/session", session).route("/chains", chains),
});
