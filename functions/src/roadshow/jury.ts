import {
  countJuryWork,
  declareConflict,
  declareJuror,
  handInScore,
  listJuryWork,
  openJuryEntry,
  readJuror,
  saveScore,
} from "@lingxi/core/roadshow";
import { Hono } from "hono";
import { describe } from "../api/describe.ts";
import { json, query } from "../api/middleware/valid.ts";
import type { Env } from "../api/types.ts";

/** What a juror does. */
export const jury = new Hono<Env>()
  .get("/", describe({ summary: "What the juror has to score", verb: listJuryWork }), query(listJuryWork), async (c) =>
    c.json(await listJuryWork(c.var.ctx, c.req.valid("query"))),
  )
  .get("/waiting", describe({ summary: "How many projects wait for the juror", verb: countJuryWork }), async (c) =>
    c.json(await countJuryWork(c.var.ctx, {})),
  )
  .get("/:activityId/:entryId", describe({ summary: "One project to score", verb: openJuryEntry }), async (c) =>
    c.json(await openJuryEntry(c.var.ctx, c.req.param())),
  )
  .put("/:activityId/:entryId", describe({ summary: "Keep marks as a draft", verb: saveScore }), json(saveScore), async (c) =>
    c.json(await saveScore(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .post(
    "/:activityId/:entryId/hand-in",
    describe({ summary: "Hand marks in", verb: handInScore }),
    json(handInScore),
    async (c) => c.json(await handInScore(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .post(
    "/:activityId/:entryId/conflict",
    describe({ summary: "Declare a conflict of interest", verb: declareConflict }),
    async (c) => c.json(await declareConflict(c.var.ctx, c.req.param())),
  );

/** Where a juror belongs. */
export const juror = new Hono<Env>()
  .get("/", describe({ summary: "Where the juror belongs", verb: readJuror }), async (c) =>
    c.json(await readJuror(c.var.ctx, {})),
  )
  .put(
    "/",
    describe({ summary: "Say where one belongs, and promise confidentiality", verb: declareJuror }),
    json(declareJuror),
    async (c) => c.json(await declareJuror(c.var.ctx, c.req.valid("json"))),
  );
