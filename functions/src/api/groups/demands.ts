import { Hono } from "hono";
import { demandPages } from "../../pages/demand.ts";
import { ownDemandPages } from "../../pages/my-demand.ts";
import { appOf } from "../app.ts";
import { demands, ownDemands } from "../routes/demands.ts";
import type { Env } from "../types.ts";

/** Listed needs, and enterprises with theirs. */
export const app = appOf({
  api: new Hono<Env>().route("/demands", demands).route("/own-demands", ownDemands),
  pages: new Hono<Env>().route("/forms", demandPages).route("/my", ownDemandPages),
});
