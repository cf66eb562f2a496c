import {
  changePatent,
  enterPatent,
  getPatent,
  listPatentImports,
  listPatents,
  movePatent,
  readPatentImport,
  stopPatentImport,
} from "@lingxi/core/ip-record";
import { importPatents } from "@lingxi/core/ip-record/reactions";
import { Hono } from "hono";
import { describe } from "../../api/describe.ts";
import { json, query } from "../../api/middleware/valid.ts";
import type { Env } from "../../api/types.ts";
import { uploadSheet } from "../../editing/upload.ts";

/** Patents as supply. */
export const patents = new Hono<Env>()
  .get("/", describe({ summary: "Patents on offer, or taken off it", verb: listPatents }), query(listPatents), async (c) =>
    c.json(await listPatents(c.var.ctx, c.req.valid("query") as object)),
  )
  .post("/", describe({ summary: "Put a patent on offer", verb: enterPatent, status: 201 }), json(enterPatent), async (c) =>
    c.json(await enterPatent(c.var.ctx, c.req.valid("json")), 201),
  )
  .get(
    "/imports",
    describe({ summary: "Files of patents that were brought in", verb: listPatentImports }),
    query(listPatentImports),
    async (c) => c.json(await listPatentImports(c.var.ctx, c.req.valid("query"))),
  )
  .post(
    "/imports",
    describe({
      summary: "Import patents from a CSV (UTF-8, GBK or GB18030) or XLSX file up to 5 MB in `file`",
      verb: importPatents,
      from: "upload",
    }),
    async (c) => {
      const { file, name } = await uploadSheet(c, importPatents);
      return c.json(await importPatents(c.var.ctx, { bytes: file, fileName: name.slice(0, 200) }));
    },
  )
  .get(
    "/imports/:importId",
    describe({ summary: "What became of each line of a file", verb: readPatentImport }),
    query(readPatentImport),
    async (c) => c.json(await readPatentImport(c.var.ctx, { ...c.req.valid("query"), ...c.req.param() })),
  )
  .post("/imports/:importId/stop", describe({ summary: "Ask an import to end", verb: stopPatentImport }), async (c) =>
    c.json(await stopPatentImport(c.var.ctx, c.req.param())),
  )
  .get("/:patentId", describe({ summary: "One patent with everything", verb: getPatent }), async (c) =>
    c.json(await getPatent(c.var.ctx, c.req.param())),
  )
  .put("/:patentId", describe({ summary: "Change what is said of it", verb: changePatent }), json(changePatent), async (c) =>
    c.json(await changePatent(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .post(
    "/:patentId/status",
    describe({ summary: "Take it off the offer, or put it back", verb: movePatent }),
    json(movePatent),
    async (c) => c.json(await movePatent(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  );
