import {
  classifyDemand,
  countWaitingDemands,
  declineDemand,
  dismissProposal,
  enterDemand,
  gatherDemands,
  getDemand,
  leaveBatch,
  listBatches,
  listDemands,
  makeBatch,
  moveDemand,
  publishDemand,
  requestDemandChanges,
  translateDemand,
  withdrawDemand,
} from "@lingxi/core/demand";
import { Hono } from "hono";
import { describe } from "../../api/describe.ts";
import { json, query } from "../../api/middleware/valid.ts";
import type { Env } from "../../api/types.ts";

/** What reviewers, organisers and brokers do with needs. */
export const handleDemands = new Hono<Env>()
  .get("/", describe({ summary: "Needs by state", verb: listDemands }), query(listDemands), async (c) =>
    c.json(await listDemands(c.var.ctx, c.req.valid("query") as object)),
  )
  .post(
    "/",
    describe({ summary: "Enter a need for an enterprise", verb: enterDemand, status: 201 }),
    json(enterDemand),
    async (c) => c.json(await enterDemand(c.var.ctx, c.req.valid("json")), 201),
  )
  .get("/waiting", describe({ summary: "How many wait for review", verb: countWaitingDemands }), async (c) =>
    c.json(await countWaitingDemands(c.var.ctx, {})),
  )
  .get("/:demandId", describe({ summary: "One need with everything", verb: getDemand }), async (c) =>
    c.json(await getDemand(c.var.ctx, c.req.param())),
  )
  .post(
    "/:demandId/request-changes",
    describe({ summary: "Ask for changes", verb: requestDemandChanges }),
    json(requestDemandChanges),
    async (c) => c.json(await requestDemandChanges(c.var.ctx, { ...c.req.valid("json"), demandId: c.req.param("demandId") })),
  )
  .post("/:demandId/list", describe({ summary: "List it", verb: publishDemand }), json(publishDemand), async (c) =>
    c.json(await publishDemand(c.var.ctx, { ...c.req.valid("json"), demandId: c.req.param("demandId") })),
  )
  .post("/:demandId/decline", describe({ summary: "Decline it for good", verb: declineDemand }), json(declineDemand), async (c) =>
    c.json(await declineDemand(c.var.ctx, { ...c.req.valid("json"), demandId: c.req.param("demandId") })),
  )
  .post("/:demandId/withdraw", describe({ summary: "Withdraw it", verb: withdrawDemand }), json(withdrawDemand), async (c) =>
    c.json(await withdrawDemand(c.var.ctx, { ...c.req.valid("json"), demandId: c.req.param("demandId") })),
  )
  .post("/:demandId/state", describe({ summary: "Say where it stands", verb: moveDemand }), json(moveDemand), async (c) =>
    c.json(await moveDemand(c.var.ctx, { ...c.req.valid("json"), demandId: c.req.param("demandId") })),
  )
  .post(
    "/:demandId/classify",
    describe({ summary: "Say what it is about, how it is to be solved, and when it is looked at again", verb: classifyDemand }),
    json(classifyDemand),
    async (c) => c.json(await classifyDemand(c.var.ctx, { ...c.req.valid("json"), demandId: c.req.param("demandId") })),
  )
  .post(
    "/:demandId/dismiss",
    describe({ summary: "Say that an agreement does not solve it", verb: dismissProposal }),
    json(dismissProposal),
    async (c) => c.json(await dismissProposal(c.var.ctx, { ...c.req.valid("json"), demandId: c.req.param("demandId") })),
  )
  .post("/:demandId/leave", describe({ summary: "Take it out of its batch", verb: leaveBatch }), json(leaveBatch), async (c) =>
    c.json(await leaveBatch(c.var.ctx, { ...c.req.valid("json"), demandId: c.req.param("demandId") })),
  )
  .put(
    "/:demandId/texts",
    describe({ summary: "Set the public texts in both languages", verb: translateDemand }),
    json(translateDemand),
    async (c) => c.json(await translateDemand(c.var.ctx, { ...c.req.valid("json"), demandId: c.req.param("demandId") })),
  );

/** Batches of needs. */
export const handleBatches = new Hono<Env>()
  .get("/", describe({ summary: "Batches of needs, the newest first", verb: listBatches }), query(listBatches), async (c) =>
    c.json(await listBatches(c.var.ctx, c.req.valid("query"))),
  )
  .post("/", describe({ summary: "Make a batch of needs", verb: makeBatch, status: 201 }), json(makeBatch), async (c) =>
    c.json(await makeBatch(c.var.ctx, c.req.valid("json")), 201),
  )
  .post(
    "/:batchId/gather",
    describe({ summary: "Gather needs in a batch", verb: gatherDemands }),
    json(gatherDemands),
    async (c) => c.json(await gatherDemands(c.var.ctx, { ...c.req.valid("json"), batchId: c.req.param("batchId") })),
  );
