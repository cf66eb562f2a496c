import { enterWalkIn } from "@lingxi/core/activity";
import {
  attendanceFigures,
  listAttendance,
  listDoors,
  listEntries,
  listReports,
  listTickets,
  seeDoor,
  syncScans,
} from "@lingxi/core/check-in";
import { Hono } from "hono";
import { appOf } from "../api/app.ts";
import { describe } from "../api/describe.ts";
import { json, query } from "../api/middleware/valid.ts";
import type { Env } from "../api/types.ts";

/** What devices at the door ask for and send. */
const door = new Hono<Env>()
  .get("/", describe({ summary: "Activities whose door one may keep", verb: listDoors }), async (c) =>
    c.json(await listDoors(c.var.ctx, {})),
  )
  .get("/:activityId", describe({ summary: "How a door stands", verb: seeDoor }), async (c) =>
    c.json(await seeDoor(c.var.ctx, c.req.param())),
  )
  .get(
    "/:activityId/tickets",
    describe({ summary: "The tickets of an activity, for a device to keep", verb: listTickets }),
    query(listTickets),
    async (c) => c.json(await listTickets(c.var.ctx, { ...c.req.valid("query"), activityId: c.req.param("activityId") })),
  )
  .get(
    "/:activityId/entries",
    describe({ summary: "Entries that changed since an instant", verb: listEntries }),
    query(listEntries),
    async (c) => c.json(await listEntries(c.var.ctx, { ...c.req.valid("query"), activityId: c.req.param("activityId") })),
  )
  .get(
    "/:activityId/reports",
    describe({ summary: "Scans that let nobody in", verb: listReports }),
    query(listReports),
    async (c) => c.json(await listReports(c.var.ctx, { ...c.req.valid("query"), activityId: c.req.param("activityId") })),
  )
  .get(
    "/:activityId/attendance",
    describe({ summary: "Who had a seat, and whether they came", verb: listAttendance }),
    query(listAttendance),
    async (c) => c.json(await listAttendance(c.var.ctx, { ...c.req.valid("query"), activityId: c.req.param("activityId") })),
  )
  .get("/:activityId/figures", describe({ summary: "How many came", verb: attendanceFigures }), async (c) =>
    c.json(await attendanceFigures(c.var.ctx, c.req.param())),
  )
  .post(
    "/:activityId/walk-ins",
    describe({ summary: "Enter somebody who stands at the door", verb: enterWalkIn, status: 201 }),
    json(enterWalkIn),
    async (c) => c.json(await enterWalkIn(c.var.ctx, { ...c.req.valid("json"), activityId: c.req.param("activityId") }), 201),
  )
  .post("/:activityId/scans", describe({ summary: "Send what a device has done", verb: syncScans }), json(syncScans), async (c) =>
    c.json(await syncScans(c.var.ctx, { ...c.req.valid("json"), activityId: c.req.param("activityId") })),
  );

export const app = appOf({ api: new Hono<Env>().route("/door", door) });
