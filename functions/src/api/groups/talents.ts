import { Hono } from "hono";
import { ownTalentPages } from "../../pages/my-talent.ts";
import { talentPages } from "../../pages/talent.ts";
import { appOf } from "../app.ts";
import { ownTalents, talents } from "../routes/talents.ts";
import type { Env } from "../types.ts";

/** The talent pool, and people with their place in it. */
export const app = appOf({
  api: new Hono<Env>().route("/talents", talents).route("/own-talents", ownTalents),
  pages: new Hono<Env>().route("/forms", talentPages).route("/my", ownTalentPages),
});
