import {
  applyTalent,
  changeTalent,
  chooseTalentConsent,
  leaveTalents,
  listPublicTalents,
  readTalent,
  seeTalent,
} from "@lingxi/core/talent";
import { Hono } from "hono";
import { measured } from "../../pages/guard.ts";
import { describe } from "../describe.ts";
import { json, query } from "../middleware/valid.ts";
import type { Env } from "../types.ts";

/** The talent pool as the public meets it. */
export const talents = new Hono<Env>()
  .get(
    "/",
    describe({ summary: "Public profiles, the newest first", verb: listPublicTalents }),
    query(listPublicTalents),
    async (c) => c.json(await listPublicTalents(c.var.ctx, c.req.valid("query"))),
  )
  .post(
    "/",
    describe({ summary: "Apply for the talent pool", verb: applyTalent, status: 202 }),
    measured("talent"),
    json(applyTalent),
    async (c) => c.json(await applyTalent(c.var.ctx, c.req.valid("json")), 202),
  )
  .get("/:talentId", describe({ summary: "One public profile", verb: readTalent }), async (c) =>
    c.json(await readTalent(c.var.ctx, c.req.param())),
  );

/** A person's own place in the pool, by the secret link. */
export const ownTalents = new Hono<Env>()
  .get("/:token", describe({ summary: "The record that a secret link opens", verb: seeTalent }), async (c) =>
    c.json(await seeTalent(c.var.ctx, c.req.param())),
  )
  .put("/:token", describe({ summary: "Change what the profile says", verb: changeTalent }), json(changeTalent), async (c) =>
    c.json(await changeTalent(c.var.ctx, { ...c.req.valid("json"), token: c.req.param("token") })),
  )
  .post(
    "/:token/consents",
    describe({ summary: "Opt in or out of the public profile or of the exchange", verb: chooseTalentConsent }),
    json(chooseTalentConsent),
    async (c) => c.json(await chooseTalentConsent(c.var.ctx, { ...c.req.valid("json"), token: c.req.param("token") })),
  )
  .post("/:token/leave", describe({ summary: "Leave the pool; personal data are erased", verb: leaveTalents }), async (c) =>
    c.json(await leaveTalents(c.var.ctx, c.req.param())),
  );
