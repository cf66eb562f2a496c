import {
  changeProject,
  countWaitingProjects,
  declineProject,
  getProject,
  listProjects,
  listPublicProjects,
  publishProject,
  readProject,
  requestChanges,
  seeProject,
  submitProject,
  translateProject,
  withdrawOwnProject,
  withdrawProject,
} from "@lingxi/core/project";
import { Hono } from "hono";
import { describe } from "../describe.ts";
import { json, query } from "../middleware/valid.ts";
import type { Env } from "../types.ts";

/** Projects as the public meets them. */
export const projects = new Hono<Env>()
  .get(
    "/",
    describe({ summary: "Listed projects, of one chain or of all, the newest first", verb: listPublicProjects }),
    query(listPublicProjects),
    async (c) => c.json(await listPublicProjects(c.var.ctx, c.req.valid("query"))),
  )
  .post(
    "/",
    describe({ summary: "Submit a project for review", verb: submitProject, status: 201 }),
    json(submitProject),
    async (c) => c.json(await submitProject(c.var.ctx, c.req.valid("json")), 201),
  )
  .get("/:projectId", describe({ summary: "One listed project", verb: readProject }), async (c) =>
    c.json(await readProject(c.var.ctx, c.req.param())),
  );

/** A supplier's project by its secret link. */
export const ownProjects = new Hono<Env>()
  .get("/:token", describe({ summary: "The project that a secret link opens", verb: seeProject }), async (c) =>
    c.json(await seeProject(c.var.ctx, c.req.param())),
  )
  .put("/:token", describe({ summary: "Change it, and submit it again", verb: changeProject }), json(changeProject), async (c) =>
    c.json(await changeProject(c.var.ctx, { ...c.req.valid("json"), token: c.req.param("token") })),
  )
  .post("/:token/withdraw", describe({ summary: "Withdraw it", verb: withdrawOwnProject }), async (c) =>
    c.json(await withdrawOwnProject(c.var.ctx, c.req.param())),
  );

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
