import {
  findThings,
  keepViews,
  listNotices,
  listUnderWay,
  listWork,
  readPulse,
  readToday,
  readViews,
  seeNotices,
  startWork,
  stopWork,
  tellWork,
} from "@lingxi/core/workspace";
import { Hono } from "hono";
import { etag } from "hono/etag";
import { describe } from "../../api/describe.ts";
import { json, query } from "../../api/middleware/valid.ts";
import type { Env } from "../../api/types.ts";

/** The console beyond single sections: today, search, notices, long work, and the pulse. */
export const workspace = new Hono<Env>()
  .get("/today", describe({ summary: "What waits for the one who asks", verb: readToday }), async (c) =>
    c.json(await readToday(c.var.ctx, {})),
  )
  .get("/find", describe({ summary: "Things of every kind by their titles", verb: findThings }), query(findThings), async (c) =>
    c.json(await findThings(c.var.ctx, { q: c.req.valid("query").q ?? "" })),
  )
  .get("/notices", describe({ summary: "The inbox", verb: listNotices }), async (c) => c.json(await listNotices(c.var.ctx, {})))
  .post("/notices/seen", describe({ summary: "Seen up to here", verb: seeNotices }), json(seeNotices), async (c) =>
    c.json(await seeNotices(c.var.ctx, c.req.valid("json"))),
  )
  .get("/work", describe({ summary: "One's own long work and its reports", verb: listWork }), async (c) =>
    c.json(await listWork(c.var.ctx, {})),
  )
  .get("/under-way", describe({ summary: "What is sent, imported and published just now", verb: listUnderWay }), async (c) =>
    c.json(await listUnderWay(c.var.ctx, {})),
  )
  .post("/work", describe({ summary: "Long work begins", verb: startWork, status: 201 }), json(startWork), async (c) =>
    c.json(await startWork(c.var.ctx, c.req.valid("json")), 201),
  )
  .put("/work/:workId", describe({ summary: "How far it has come", verb: tellWork }), json(tellWork), async (c) =>
    c.json(await tellWork(c.var.ctx, { ...c.req.valid("json"), id: c.req.param("workId") })),
  )
  .post("/work/:workId/stop", describe({ summary: "Ask it to end", verb: stopWork }), async (c) =>
    c.json(await stopWork(c.var.ctx, { id: c.req.param("workId") })),
  )
  .get("/views", describe({ summary: "One's own views of every list", verb: readViews }), async (c) =>
    c.json(await readViews(c.var.ctx, {})),
  )
  .put("/views", describe({ summary: "Keep the views of one list", verb: keepViews }), json(keepViews), async (c) =>
    c.json(await keepViews(c.var.ctx, c.req.valid("json"))),
  )
  // Weak tags by the answer itself: whoever has it already gets 304 and no body.
  .get(
    "/pulse",
    describe({ summary: "What changed, a number a topic; 304 when nothing did", verb: readPulse }),
    etag(),
    query(readPulse),
    async (c) => {
      c.header("cache-control", "private, no-cache");
      return c.json(await readPulse(c.var.ctx, c.req.valid("query")));
    },
  );
