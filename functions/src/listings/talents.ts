import { Hono } from "hono";
import { appOf } from "../api/app.ts";
import { ownTalents, talents } from "../api/routes/talents.ts";
import type { Env } from "../api/types.ts";
import { ownTalentPages } from "../pages/my-talent.ts";
import { talentPages } from "../pages/talent.ts";

/** The talent pool, and people with their place in it. */
export const app = appOf({
  api: new Hono<Env>().route("/talents", talents).route("/own-talents", ownTalents),
  pages: new Hono<Env>().route("/forms", talentPages).route("/my", ownTalentPages),
});
