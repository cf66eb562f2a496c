import {
  changeDemand,
  closeOwnDemand,
  confirmDemand,
  listPublicDemands,
  readDemand,
  seeDemand,
  submitDemand,
  withdrawOwnDemand,
} from "@lingxi/core/demand";
import { Hono } from "hono";
import { measured } from "../../pages/guard.ts";
import { describe } from "../describe.ts";
import { json, query } from "../middleware/valid.ts";
import type { Env } from "../types.ts";

/** Needs as the public meets them. */
export const demands = new Hono<Env>()
  .get(
    "/",
    describe({ summary: "Listed needs, of one chain or of all, the newest first", verb: listPublicDemands }),
    query(listPublicDemands),
    async (c) => c.json(await listPublicDemands(c.var.ctx, c.req.valid("query"))),
  )
  .post(
    "/",
    describe({ summary: "Publish a need, for review", verb: submitDemand, status: 201 }),
    measured("demand"),
    json(submitDemand),
    async (c) => c.json(await submitDemand(c.var.ctx, c.req.valid("json")), 201),
  )
  .get("/:demandId", describe({ summary: "One listed need", verb: readDemand }), async (c) =>
    c.json(await readDemand(c.var.ctx, c.req.param())),
  );

/** An enterprise's need by its secret link. */
export const ownDemands = new Hono<Env>()
  .get("/:token", describe({ summary: "The need that a secret link opens", verb: seeDemand }), async (c) =>
    c.json(await seeDemand(c.var.ctx, c.req.param())),
  )
  .put("/:token", describe({ summary: "Change it, and submit it again", verb: changeDemand }), json(changeDemand), async (c) =>
    c.json(await changeDemand(c.var.ctx, { ...c.req.valid("json"), token: c.req.param("token") })),
  )
  .post("/:token/confirm", describe({ summary: "Say that it still stands", verb: confirmDemand }), async (c) =>
    c.json(await confirmDemand(c.var.ctx, c.req.param())),
  )
  .post(
    "/:token/close",
    describe({ summary: "Close it, solved or not", verb: closeOwnDemand }),
    json(closeOwnDemand),
    async (c) => c.json(await closeOwnDemand(c.var.ctx, { ...c.req.valid("json"), token: c.req.param("token") })),
  )
  .post("/:token/withdraw", describe({ summary: "Withdraw it", verb: withdrawOwnDemand }), async (c) =>
    c.json(await withdrawOwnDemand(c.var.ctx, c.req.param())),
  );
