import { readTrail } from "@lingxi/core/audit";
import { Hono } from "hono";
import { describe } from "../../api/describe.ts";
import { query } from "../../api/middleware/valid.ts";
import type { Env } from "../../api/types.ts";

/** Who did what, for auditors. */
export const trail = new Hono<Env>().get(
  "/",
  describe({ summary: "What happened: to a record, by somebody, or in a month; the latest first", verb: readTrail }),
  query(readTrail),
  async (c) => c.json(await readTrail(c.var.ctx, c.req.valid("query") as object)),
);
