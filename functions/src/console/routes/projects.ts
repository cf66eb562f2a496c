import {
  countWaitingProjects,
  declineProject,
  getProject,
  listProjects,
  publishProject,
  requestChanges,
  translateProject,
  withdrawProject,
} from "@lingxi/core/project";
import { Hono } from "hono";
import { describe } from "../../api/describe.ts";
import { json, query } from "../../api/middleware/valid.ts";
import type { Env } from "../../api/types.ts";

/** What reviewers do with projects. */
export const reviewProjects = new Hono<Env>()
  .get("/", describe({ summary: "Projects by state", verb: listProjects }), query(listProjects), async (c) =>
    c.json(await listProjects(c.var.ctx, c.req.valid("query") as object)),
  )
  .get("/waiting", describe({ summary: "How many wait for review", verb: countWaitingProjects }), async (c) =>
    c.json(await countWaitingProjects(c.var.ctx, {})),
  )
  .get("/:projectId", describe({ summary: "One project with everything", verb: getProject }), async (c) =>
    c.json(await getProject(c.var.ctx, c.req.param())),
  )
  .post(
    "/:projectId/request-changes",
    describe({ summary: "Ask for changes", verb: requestChanges }),
    json(requestChanges),
    async (c) => c.json(await requestChanges(c.var.ctx, { ...c.req.valid("json"), projectId: c.req.param("projectId") })),
  )
  .post("/:projectId/list", describe({ summary: "List it", verb: publishProject }), json(publishProject), async (c) =>
    c.json(await publishProject(c.var.ctx, { ...c.req.valid("json"), projectId: c.req.param("projectId") })),
  )
  .post(
    "/:projectId/decline",
    describe({ summary: "Decline it for good", verb: declineProject }),
    json(declineProject),
    async (c) => c.json(await declineProject(c.var.ctx, { ...c.req.valid("json"), projectId: c.req.param("projectId") })),
  )
  .post("/:projectId/withdraw", describe({ summary: "Withdraw it", verb: withdrawProject }), json(withdrawProject), async (c) =>
    c.json(await withdrawProject(c.var.ctx, { ...c.req.valid("json"), projectId: c.req.param("projectId") })),
  )
  .put(
    "/:projectId/texts",
    describe({ summary: "Set the public texts in both languages", verb: translateProject }),
    json(translateProject),
    async (c) => c.json(await translateProject(c.var.ctx, { ...c.req.valid("json"), projectId: c.req.param("projectId") })),
  );
