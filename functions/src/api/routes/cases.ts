import { listPublicCases, listPublicPages, readPublicCase, readPublicPage } from "@lingxi/core/cases";
import { Hono } from "hono";
import { describe } from "../describe.ts";
import { query } from "../middleware/valid.ts";
import type { Env } from "../types.ts";

/** Case studies as the public meets them. */
export const cases = new Hono<Env>()
  .get(
    "/",
    describe({ summary: "Published case studies, the newest first, without their texts", verb: listPublicCases }),
    query(listPublicCases),
    async (c) => c.json(await listPublicCases(c.var.ctx, c.req.valid("query"))),
  )
  .get("/:case", describe({ summary: "One published case study, by its id or its address", verb: readPublicCase }), async (c) =>
    c.json(await readPublicCase(c.var.ctx, c.req.param())),
  );

/** Pages that stand by themselves. */
export const pages = new Hono<Env>()
  .get(
    "/",
    describe({ summary: "Published pages, the newest first, without their texts", verb: listPublicPages }),
    query(listPublicPages),
    async (c) => c.json(await listPublicPages(c.var.ctx, c.req.valid("query"))),
  )
  .get("/:page", describe({ summary: "One published page, by its id or its address", verb: readPublicPage }), async (c) =>
    c.json(await readPublicPage(c.var.ctx, c.req.param())),
  );
