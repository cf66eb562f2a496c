import { listPageFailures, readOfficialText, removeOfficialText, setOfficialText } from "@lingxi/core/publication";
import { Hono } from "hono";
import { describe } from "../../api/describe.ts";
import { json } from "../../api/middleware/valid.ts";
import type { Env } from "../../api/types.ts";

/** The official text that the policy page links to. */
export const policy = new Hono<Env>()
  .get("/", describe({ summary: "The official text on the policy page", verb: readOfficialText }), async (c) =>
    c.json(await readOfficialText(c.var.ctx, {})),
  )
  .put("/", describe({ summary: "Attach the official text", verb: setOfficialText }), json(setOfficialText), async (c) =>
    c.json(await setOfficialText(c.var.ctx, c.req.valid("json"))),
  )
  .post(
    "/remove",
    describe({ summary: "Take the official text away", verb: removeOfficialText }),
    json(removeOfficialText),
    async (c) => c.json(await removeOfficialText(c.var.ctx, c.req.valid("json"))),
  );

/** What the public site could not show. */
export const site = new Hono<Env>().get(
  "/failures",
  describe({ summary: "Pages that could not be made", verb: listPageFailures }),
  async (c) => c.json(await listPageFailures(c.var.ctx, {})),
);
