import { listActivities } from "@lingxi/core/activity";
import {
  askRun,
  blockPerson,
  decideTwin,
  listMeetingPeople,
  noteOutcome,
  publishSchedule,
  readDesk,
  setUpMeetings,
  stopRun,
} from "@lingxi/core/meeting";
import { Hono } from "hono";
import { appOf } from "../api/app.ts";
import { describe } from "../api/describe.ts";
import { json, query } from "../api/middleware/valid.ts";
import type { Env } from "../api/types.ts";
import { boards } from "./board.ts";
import { ownMeetings } from "./own.ts";

/** The meetings of an activity, for those who run it. */
const desk = new Hono<Env>()
  .get("/", describe({ summary: "Matchmaking activities", verb: listActivities }), query(listActivities), async (c) =>
    c.json(await listActivities(c.var.ctx, { ...c.req.valid("query"), kind: "matchmaking" })),
  )
  .get("/:activityId", describe({ summary: "The meetings of an activity", verb: readDesk }), async (c) =>
    c.json(await readDesk(c.var.ctx, c.req.param())),
  )
  .put(
    "/:activityId",
    describe({ summary: "Set windows, slots and tables", verb: setUpMeetings }),
    json(setUpMeetings),
    async (c) => c.json(await setUpMeetings(c.var.ctx, { ...c.req.valid("json"), activityId: c.req.param("activityId") })),
  )
  .get(
    "/:activityId/people",
    describe({ summary: "Who takes part in meetings", verb: listMeetingPeople }),
    query(listMeetingPeople),
    async (c) => c.json(await listMeetingPeople(c.var.ctx, { ...c.req.valid("query"), activityId: c.req.param("activityId") })),
  )
  .post(
    "/:activityId/people/:profileId",
    describe({ summary: "Switch meetings off or on for somebody", verb: blockPerson }),
    json(blockPerson),
    async (c) => c.json(await blockPerson(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .post(
    "/:activityId/twins/:twinId",
    describe({ summary: "Say whether two addresses with one name are one person", verb: decideTwin }),
    json(decideTwin),
    async (c) => c.json(await decideTwin(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  )
  .post(
    "/:activityId/run",
    describe({ summary: "Make a schedule, or repair the published one", verb: askRun }),
    json(askRun),
    async (c) => c.json(await askRun(c.var.ctx, { ...c.req.valid("json"), activityId: c.req.param("activityId") })),
  )
  .post("/:activityId/stop", describe({ summary: "Stop with the best schedule so far", verb: stopRun }), async (c) =>
    c.json(await stopRun(c.var.ctx, c.req.param())),
  )
  .post(
    "/:activityId/publish",
    describe({ summary: "Publish the draft", verb: publishSchedule }),
    json(publishSchedule),
    async (c) => c.json(await publishSchedule(c.var.ctx, { ...c.req.valid("json"), activityId: c.req.param("activityId") })),
  )
  .post(
    "/:activityId/held/:meetingId",
    describe({ summary: "Note how a meeting went", verb: noteOutcome }),
    json(noteOutcome),
    async (c) => c.json(await noteOutcome(c.var.ctx, { ...c.req.valid("json"), ...c.req.param() })),
  );

export const app = appOf({
  api: new Hono<Env>().route("/console/meetings", desk),
  pages: new Hono<Env>().route("/my", ownMeetings).route("/boards", boards),
});
