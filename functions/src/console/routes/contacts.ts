import {
  contactHistory,
  countSegment,
  dismissPair,
  editContact,
  listPairs,
  mergeContacts,
  seeContact,
  settleDifference,
  undoMerge,
} from "@lingxi/core/campaign/people";
import { createSegment, dropSegment, editSegment, getSegment, listSegments } from "@lingxi/core/segment";
import { Hono } from "hono";
import { describe } from "../../api/describe.ts";
import { json, query } from "../../api/middleware/valid.ts";
import type { Env } from "../../api/types.ts";

/** One contact: what is kept of it, what was sent to it, and whether it is somebody else as well. */
export const contacts = new Hono<Env>()
  .get(
    "/alike",
    describe({ summary: "Pairs of contacts that may be one person", verb: listPairs }),
    query(listPairs),
    async (c) => c.json(await listPairs(c.var.ctx, c.req.valid("query"))),
  )
  .get("/:person", describe({ summary: "One contact, with its consents and what it did", verb: seeContact }), async (c) =>
    c.json(await seeContact(c.var.ctx, c.req.param())),
  )
  .put("/:person", describe({ summary: "Change what is kept of a contact", verb: editContact }), json(editContact), async (c) =>
    c.json(await editContact(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .get(
    "/:person/sent",
    describe({ summary: "Everything that was sent to a contact, and why", verb: contactHistory }),
    query(contactHistory),
    async (c) => c.json(await contactHistory(c.var.ctx, { ...c.req.valid("query"), ...c.req.param() })),
  )
  .post(
    "/:person/differences",
    describe({ summary: "Take what another source says of a field, or keep what stands there", verb: settleDifference }),
    json(settleDifference),
    async (c) => c.json(await settleDifference(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .post(
    "/:person/merge",
    describe({ summary: "Join another contact into this one", verb: mergeContacts }),
    json(mergeContacts),
    async (c) => c.json(await mergeContacts(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .post(
    "/:person/merge/undo",
    describe({ summary: "Take a merge back, for thirty days", verb: undoMerge }),
    json(undoMerge),
    async (c) => c.json(await undoMerge(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .post(
    "/:person/dismiss",
    describe({ summary: "Say that two contacts are two people", verb: dismissPair }),
    json(dismissPair),
    async (c) => c.json(await dismissPair(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  );

/** Segments, and how many belong to one. */
export const segments = new Hono<Env>()
  .get("/", describe({ summary: "Segments, by name", verb: listSegments }), query(listSegments), async (c) =>
    c.json(await listSegments(c.var.ctx, c.req.valid("query"))),
  )
  .post("/", describe({ summary: "Keep a segment", verb: createSegment, status: 201 }), json(createSegment), async (c) =>
    c.json(await createSegment(c.var.ctx, c.req.valid("json")), 201),
  )
  .post(
    "/check",
    describe({ summary: "Count who belongs to a rule, two thousand contacts a step, with a sample", verb: countSegment }),
    json(countSegment),
    async (c) => c.json(await countSegment(c.var.ctx, c.req.valid("json"))),
  )
  .get("/:segmentId", describe({ summary: "One segment", verb: getSegment }), async (c) =>
    c.json(await getSegment(c.var.ctx, c.req.param())),
  )
  .put("/:segmentId", describe({ summary: "Change a segment", verb: editSegment }), json(editSegment), async (c) =>
    c.json(await editSegment(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .post(
    "/:segmentId/drop",
    describe({ summary: "Take a segment from the list", verb: dropSegment }),
    json(dropSegment),
    async (c) => c.json(await dropSegment(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  );
