import { Hono } from "hono";
import { appOf } from "../app.ts";
import { chains } from "../routes/chains.ts";
import type { Env } from "../types.ts";

/** The chains that forms offer. */
export const app = appOf({ api: new Hono<Env>().route("/chains", chains) });
