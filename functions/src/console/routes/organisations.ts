import {
  confirmClaim,
  countClaims,
  endCodeLetThrough,
  letCodeThrough,
  listClaims,
  listCodesLetThrough,
  listOrganisations,
  refuseClaim,
  releaseOrganisation,
} from "@lingxi/core/organisation";
import { Hono } from "hono";
import { describe } from "../../api/describe.ts";
import { json, query } from "../../api/middleware/valid.ts";
import type { Env } from "../../api/types.ts";

/** Who may own the record of an organisation. */
export const organisations = new Hono<Env>()
  .get(
    "/",
    describe({ summary: "Organisations that somebody was confirmed for", verb: listOrganisations }),
    query(listOrganisations),
    async (c) => c.json(await listOrganisations(c.var.ctx, c.req.valid("query"))),
  )
  .get("/waiting", describe({ summary: "How many claims wait", verb: countClaims }), async (c) =>
    c.json(await countClaims(c.var.ctx, {})),
  )
  .get("/claims", describe({ summary: "Who claims one without an owner", verb: listClaims }), query(listClaims), async (c) =>
    c.json(await listClaims(c.var.ctx, c.req.valid("query"))),
  )
  .get(
    "/codes",
    describe({ summary: "Codes that are let through with a wrong check character", verb: listCodesLetThrough }),
    query(listCodesLetThrough),
    async (c) => c.json(await listCodesLetThrough(c.var.ctx, c.req.valid("query"))),
  )
  .post(
    "/codes",
    describe({ summary: "Let a code through whose check character is wrong", verb: letCodeThrough }),
    json(letCodeThrough),
    async (c) => c.json(await letCodeThrough(c.var.ctx, c.req.valid("json"))),
  )
  .post(
    "/codes/:code/end",
    describe({ summary: "Let a code through no more", verb: endCodeLetThrough }),
    json(endCodeLetThrough),
    async (c) => c.json(await endCodeLetThrough(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .post(
    "/:code/claims/:accountId/confirm",
    describe({ summary: "Make somebody its owner, after a check", verb: confirmClaim }),
    json(confirmClaim),
    async (c) => c.json(await confirmClaim(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .post(
    "/:code/claims/:accountId/refuse",
    describe({ summary: "Refuse a claim", verb: refuseClaim, status: 204 }),
    json(refuseClaim),
    async (c) => {
      await refuseClaim(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() });
      return c.body(null, 204);
    },
  )
  .post(
    "/:code/release",
    describe({ summary: "Take its owners out, for another one to be checked", verb: releaseOrganisation }),
    json(releaseOrganisation),
    async (c) => c.json(await releaseOrganisation(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  );
