import {
  approveCampaign,
  archiveCampaign,
  campaignProgress,
  cancelCampaign,
  createCampaign,
  decideUnknownMails,
  editCampaign,
  getCampaign,
  listCampaigns,
  listContacts,
  listImports,
  listRecipients,
  pauseCampaign,
  previewAudience,
  readImport,
  resumeCampaign,
  returnCampaign,
  seeSendingRules,
  sendCampaign,
  setSendingRules,
  stopImport,
  testCampaign,
} from "@lingxi/core/campaign";
import { Hono } from "hono";
import { describe } from "../../api/describe.ts";
import { json, query } from "../../api/middleware/valid.ts";
import type { Env } from "../../api/types.ts";

export const readContacts = new Hono<Env>().get(
  "/",
  describe({ summary: "Contacts, the newest first", verb: listContacts }),
  query(listContacts),
  async (c) => c.json(await listContacts(c.var.ctx, c.req.valid("query"))),
);

export const readImports = new Hono<Env>()
  .get("/", describe({ summary: "Imports, the newest first", verb: listImports }), query(listImports), async (c) =>
    c.json(await listImports(c.var.ctx, c.req.valid("query"))),
  )
  .get(
    "/:importId",
    describe({ summary: "One import, and a hundred lines of its report", verb: readImport }),
    query(readImport),
    async (c) => c.json(await readImport(c.var.ctx, { ...c.req.valid("query"), importId: c.req.param("importId") })),
  )
  .post("/:importId/stop", describe({ summary: "Ask it to end", verb: stopImport }), async (c) =>
    c.json(await stopImport(c.var.ctx, c.req.param())),
  );

export const sendingRules = new Hono<Env>()
  .get(
    "/",
    describe({ summary: "What holds for every notification: quiet hours, how many mails a person gets", verb: seeSendingRules }),
    async (c) => c.json(await seeSendingRules(c.var.ctx, {})),
  )
  .put("/", describe({ summary: "Set them", verb: setSendingRules }), json(setSendingRules), async (c) =>
    c.json(await setSendingRules(c.var.ctx, c.req.valid("json"))),
  );

/** Notifications: written, tested, sent, followed. */
export const runCampaigns = new Hono<Env>()
  .get("/", describe({ summary: "Notifications, the newest first", verb: listCampaigns }), query(listCampaigns), async (c) =>
    c.json(await listCampaigns(c.var.ctx, c.req.valid("query"))),
  )
  .post(
    "/",
    describe({ summary: "Write a new notification as a draft", verb: createCampaign, status: 201 }),
    json(createCampaign),
    async (c) => c.json(await createCampaign(c.var.ctx, c.req.valid("json")), 201),
  )
  .get("/:campaignId", describe({ summary: "One notification", verb: getCampaign }), async (c) =>
    c.json(await getCampaign(c.var.ctx, c.req.param())),
  )
  .put("/:campaignId", describe({ summary: "Change a draft", verb: editCampaign }), json(editCampaign), async (c) =>
    c.json(await editCampaign(c.var.ctx, { ...c.req.valid("json"), campaignId: c.req.param("campaignId") })),
  )
  .get(
    "/:campaignId/audience",
    describe({ summary: "Who would get it, and of everyone else why not", verb: previewAudience }),
    query(previewAudience),
    async (c) => c.json(await previewAudience(c.var.ctx, { ...c.req.valid("query"), campaignId: c.req.param("campaignId") })),
  )
  .post(
    "/:campaignId/test",
    describe({ summary: "Send a test to one address", verb: testCampaign }),
    json(testCampaign),
    async (c) => c.json(await testCampaign(c.var.ctx, { ...c.req.valid("json"), campaignId: c.req.param("campaignId") })),
  )
  .post(
    "/:campaignId/send",
    describe({ summary: "Order the sending to as many people as were shown, at once or at a time", verb: sendCampaign }),
    json(sendCampaign),
    async (c) => c.json(await sendCampaign(c.var.ctx, { ...c.req.valid("json"), campaignId: c.req.param("campaignId") })),
  )
  .post(
    "/:campaignId/approve",
    describe({ summary: "As a second person, let go what another one ordered", verb: approveCampaign }),
    json(approveCampaign),
    async (c) => c.json(await approveCampaign(c.var.ctx, { ...c.req.valid("json"), campaignId: c.req.param("campaignId") })),
  )
  .post(
    "/:campaignId/return",
    describe({ summary: "Send back what waits for approval or for its time", verb: returnCampaign }),
    json(returnCampaign),
    async (c) => c.json(await returnCampaign(c.var.ctx, { ...c.req.valid("json"), campaignId: c.req.param("campaignId") })),
  )
  .post("/:campaignId/pause", describe({ summary: "Pause", verb: pauseCampaign }), json(pauseCampaign), async (c) =>
    c.json(await pauseCampaign(c.var.ctx, { ...c.req.valid("json"), campaignId: c.req.param("campaignId") })),
  )
  .post("/:campaignId/resume", describe({ summary: "Go on", verb: resumeCampaign }), json(resumeCampaign), async (c) =>
    c.json(await resumeCampaign(c.var.ctx, { ...c.req.valid("json"), campaignId: c.req.param("campaignId") })),
  )
  .post("/:campaignId/cancel", describe({ summary: "End for good", verb: cancelCampaign }), json(cancelCampaign), async (c) =>
    c.json(await cancelCampaign(c.var.ctx, { ...c.req.valid("json"), campaignId: c.req.param("campaignId") })),
  )
  .post(
    "/:campaignId/archive",
    describe({ summary: "Keep it in the public archive of newsletters, or take it away", verb: archiveCampaign }),
    json(archiveCampaign),
    async (c) => c.json(await archiveCampaign(c.var.ctx, { ...c.req.valid("json"), campaignId: c.req.param("campaignId") })),
  )
  .get(
    "/:campaignId/progress",
    describe({ summary: "How many mails stand where; the numbers add up", verb: campaignProgress }),
    async (c) => c.json(await campaignProgress(c.var.ctx, c.req.param())),
  )
  .get(
    "/:campaignId/recipients",
    describe({ summary: "The ledger: what became of each mail", verb: listRecipients }),
    query(listRecipients),
    async (c) => c.json(await listRecipients(c.var.ctx, { ...c.req.valid("query"), campaignId: c.req.param("campaignId") })),
  )
  .post(
    "/:campaignId/unknown",
    describe({ summary: "Decide on mails of unknown fate", verb: decideUnknownMails }),
    json(decideUnknownMails),
    async (c) => c.json(await decideUnknownMails(c.var.ctx, { ...c.req.valid("json"), campaignId: c.req.param("campaignId") })),
  );
