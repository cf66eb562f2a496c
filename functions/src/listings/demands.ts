import { Hono } from "hono";
import { appOf } from "../api/app.ts";
import { demands, ownDemands } from "../api/routes/demands.ts";
import type { Env } from "../api/types.ts";
import { demandPages } from "../pages/demand.ts";
import { ownDemandPages } from "../pages/my-demand.ts";
import { demandClosingPages } from "../pages/my-demand-closing.ts";

/** Listed needs, and enterprises with theirs. */
export const app = appOf({
  api: new Hono<Env>().route("/demands", demands).route("/own-demands", ownDemands),
  pages: new Hono<Env>().route("/forms", demandPages).route("/my", ownDemandPages).route("/my", demandClosingPages),
});
