import {
  changeProject,
  listPublicProjects,
  readProject,
  seeProject,
  submitProject,
  withdrawOwnProject,
} from "@lingxi/core/project";
import { Hono } from "hono";
import { measured } from "../../pages/guard.ts";
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
    measured("project"),
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
