import {
  askReview,
  checkCase,
  countWaitingCases,
  createCase,
  createPage,
  editCase,
  editPage,
  getCase,
  getVersion,
  listCases,
  listVersions,
  publishCase,
  recallReview,
  restoreVersion,
  returnCase,
  scheduleCase,
  tellPresence,
  unscheduleCase,
  withdrawCase,
} from "@lingxi/core/cases";
import type { ContentKind } from "@lingxi/core/cases/schema";
import { Hono } from "hono";
import { describe } from "../../api/describe.ts";
import { json, query } from "../../api/middleware/valid.ts";
import type { Env } from "../../api/types.ts";

/** The steps on the way to the public and back. */
const steps = new Hono<Env>()
  .post("/ask-review", describe({ summary: "Ask for a review of the draft", verb: askReview }), json(askReview), async (c) =>
    c.json(await askReview(c.var.ctx, { ...c.req.valid("json"), caseId: c.req.param("caseId") ?? "" })),
  )
  .post("/recall", describe({ summary: "Take the draft out of review", verb: recallReview }), json(recallReview), async (c) =>
    c.json(await recallReview(c.var.ctx, { ...c.req.valid("json"), caseId: c.req.param("caseId") ?? "" })),
  )
  .post("/return", describe({ summary: "Give the draft back with a remark", verb: returnCase }), json(returnCase), async (c) =>
    c.json(await returnCase(c.var.ctx, { ...c.req.valid("json"), caseId: c.req.param("caseId") ?? "" })),
  )
  .post("/publish", describe({ summary: "Publish the draft", verb: publishCase }), json(publishCase), async (c) =>
    c.json(await publishCase(c.var.ctx, { ...c.req.valid("json"), caseId: c.req.param("caseId") ?? "" })),
  )
  .post(
    "/schedule",
    describe({ summary: "Approve the draft for publication at a time, or move it", verb: scheduleCase }),
    json(scheduleCase),
    async (c) => c.json(await scheduleCase(c.var.ctx, { ...c.req.valid("json"), caseId: c.req.param("caseId") ?? "" })),
  )
  .post(
    "/unschedule",
    describe({ summary: "Cancel the publication that was scheduled", verb: unscheduleCase }),
    json(unscheduleCase),
    async (c) => c.json(await unscheduleCase(c.var.ctx, { ...c.req.valid("json"), caseId: c.req.param("caseId") ?? "" })),
  )
  .post("/withdraw", describe({ summary: "Take away from the public", verb: withdrawCase }), json(withdrawCase), async (c) =>
    c.json(await withdrawCase(c.var.ctx, { ...c.req.valid("json"), caseId: c.req.param("caseId") ?? "" })),
  );

/** What happened to it. */
const versions = new Hono<Env>()
  .get("/", describe({ summary: "What happened to it, the latest first", verb: listVersions }), query(listVersions), async (c) =>
    c.json(await listVersions(c.var.ctx, { ...(c.req.valid("query") as object), caseId: c.req.param("caseId") ?? "" })),
  )
  .get("/:entry", describe({ summary: "One version with its text", verb: getVersion }), async (c) =>
    c.json(await getVersion(c.var.ctx, { caseId: c.req.param("caseId") ?? "", entry: c.req.param("entry") })),
  )
  .post(
    "/:entry/restore",
    describe({ summary: "Make an earlier text the draft again, as a new version", verb: restoreVersion }),
    json(restoreVersion),
    async (c) =>
      c.json(
        await restoreVersion(c.var.ctx, {
          ...c.req.valid("json"),
          caseId: c.req.param("caseId") ?? "",
          entry: c.req.param("entry"),
        }),
      ),
  );

/** What organisers and editors do with case studies, and with pages that stand by themselves. */
const writing = (kind: ContentKind, words: { readonly many: string; readonly draft: string }) =>
  new Hono<Env>()
    .get("/", describe({ summary: `${words.many} by state`, verb: listCases }), query(listCases), async (c) =>
      c.json(await listCases(c.var.ctx, { ...(c.req.valid("query") as object), kind })),
    )
    .get(
      "/waiting",
      describe({
        summary: `How many ${words.many.toLowerCase()} wait for review, are scheduled, and are held`,
        verb: countWaitingCases,
      }),
      async (c) => c.json(await countWaitingCases(c.var.ctx, { kind })),
    )
    .post(
      "/check",
      describe({ summary: "The checklist of a draft, saved or not", verb: checkCase }),
      json(checkCase),
      async (c) => c.json(await checkCase(c.var.ctx, { ...c.req.valid("json"), kind })),
    )
    .get("/:caseId", describe({ summary: words.draft, verb: getCase }), async (c) =>
      c.json(await getCase(c.var.ctx, c.req.param())),
    )
    .post(
      "/:caseId/presence",
      describe({ summary: "Say that it is open in a window, and learn who else has it open", verb: tellPresence }),
      json(tellPresence),
      async (c) => c.json(await tellPresence(c.var.ctx, { ...c.req.valid("json"), caseId: c.req.param("caseId") })),
    )
    .route("/:caseId/versions", versions)
    .route("/:caseId", steps);

export const writeCases = new Hono<Env>()
  .post(
    "/",
    describe({ summary: "Write a new case study as a draft", verb: createCase, status: 201 }),
    json(createCase),
    async (c) => c.json(await createCase(c.var.ctx, c.req.valid("json")), 201),
  )
  .put("/:caseId", describe({ summary: "Change the draft", verb: editCase }), json(editCase), async (c) =>
    c.json(await editCase(c.var.ctx, { ...c.req.valid("json"), caseId: c.req.param("caseId") })),
  )
  .route("/", writing("case", { many: "Case studies", draft: "One case study's draft" }));

export const writePages = new Hono<Env>()
  .post("/", describe({ summary: "Write a new page as a draft", verb: createPage, status: 201 }), json(createPage), async (c) =>
    c.json(await createPage(c.var.ctx, c.req.valid("json")), 201),
  )
  .put("/:caseId", describe({ summary: "Change the draft", verb: editPage }), json(editPage), async (c) =>
    c.json(await editPage(c.var.ctx, { ...c.req.valid("json"), caseId: c.req.param("caseId") })),
  )
  .route("/", writing("page", { many: "Pages", draft: "One page's draft" }));
