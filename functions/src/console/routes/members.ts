import {
  addPasskey,
  beginPasskey,
  changeMember,
  confirmRecovery,
  disableMember,
  enableMember,
  endOtherSessions,
  endOwnSession,
  endWithoutPasskey,
  inviteMember,
  letWithoutPasskey,
  listMembers,
  proposeRecovery,
  readMember,
  readMyself,
  removePasskey,
  withdrawRecovery,
} from "@lingxi/core/identity";
import { Hono } from "hono";
import { describe } from "../../api/describe.ts";
import { json } from "../../api/middleware/valid.ts";
import type { Env } from "../../api/types.ts";

/** What administrators do with members of staff. */
export const members = new Hono<Env>()
  .get("/", describe({ summary: "All members of staff", verb: listMembers }), async (c) =>
    c.json(await listMembers(c.var.ctx, {})),
  )
  .post("/", describe({ summary: "Invite a member", verb: inviteMember, status: 201 }), json(inviteMember), async (c) =>
    c.json(await inviteMember(c.var.ctx, c.req.valid("json")), 201),
  )
  .get("/:memberId", describe({ summary: "One member", verb: readMember }), async (c) =>
    c.json(await readMember(c.var.ctx, c.req.param())),
  )
  .put("/:memberId", describe({ summary: "Change name, address and roles", verb: changeMember }), json(changeMember), async (c) =>
    c.json(await changeMember(c.var.ctx, { ...c.req.valid("json"), memberId: c.req.param("memberId") })),
  )
  .post("/:memberId/disable", describe({ summary: "Shut a member out", verb: disableMember }), json(disableMember), async (c) =>
    c.json(await disableMember(c.var.ctx, { ...c.req.valid("json"), memberId: c.req.param("memberId") })),
  )
  .post("/:memberId/enable", describe({ summary: "Let a member in again", verb: enableMember }), json(enableMember), async (c) =>
    c.json(await enableMember(c.var.ctx, { ...c.req.valid("json"), memberId: c.req.param("memberId") })),
  )
  .post(
    "/:memberId/without-passkey",
    describe({ summary: "Let a member work without a passkey", verb: letWithoutPasskey }),
    json(letWithoutPasskey),
    async (c) => c.json(await letWithoutPasskey(c.var.ctx, { ...c.req.valid("json"), memberId: c.req.param("memberId") })),
  )
  .post(
    "/:memberId/without-passkey/end",
    describe({ summary: "Let them work without one no more", verb: endWithoutPasskey }),
    json(endWithoutPasskey),
    async (c) => c.json(await endWithoutPasskey(c.var.ctx, { ...c.req.valid("json"), memberId: c.req.param("memberId") })),
  )
  .post(
    "/:memberId/recovery",
    describe({ summary: "Propose a new way in for a member without a passkey", verb: proposeRecovery }),
    json(proposeRecovery),
    async (c) => c.json(await proposeRecovery(c.var.ctx, { ...c.req.valid("json"), memberId: c.req.param("memberId") })),
  )
  .post(
    "/:memberId/recovery/confirm",
    describe({ summary: "Confirm it, as another administrator", verb: confirmRecovery }),
    json(confirmRecovery),
    async (c) => c.json(await confirmRecovery(c.var.ctx, { ...c.req.valid("json"), memberId: c.req.param("memberId") })),
  )
  .post(
    "/:memberId/recovery/withdraw",
    describe({ summary: "Take it back", verb: withdrawRecovery }),
    json(withdrawRecovery),
    async (c) => c.json(await withdrawRecovery(c.var.ctx, { ...c.req.valid("json"), memberId: c.req.param("memberId") })),
  );

const current = (c: { var: Env["Variables"] }) => (c.var.session === undefined ? {} : { current: c.var.session });

/** One's own way in: passkeys and sessions. */
export const myself = new Hono<Env>()
  .get("/", describe({ summary: "One's own passkeys and sessions", verb: readMyself }), async (c) =>
    c.json(await readMyself(c.var.ctx, current(c))),
  )
  .post("/passkeys/options", describe({ summary: "What to make a passkey with", verb: beginPasskey }), async (c) =>
    c.json(await beginPasskey(c.var.ctx, {})),
  )
  .post("/passkeys", describe({ summary: "Keep a passkey", verb: addPasskey, status: 201 }), json(addPasskey), async (c) =>
    c.json(await addPasskey(c.var.ctx, c.req.valid("json")), 201),
  )
  .post(
    "/passkeys/:passkeyId/remove",
    describe({ summary: "Take a passkey away", verb: removePasskey, status: 204 }),
    async (c) => {
      await removePasskey(c.var.ctx, c.req.param());
      return c.body(null, 204);
    },
  )
  .post(
    "/sessions/:sessionId/end",
    describe({ summary: "Sign one browser out", verb: endOwnSession, status: 204 }),
    async (c) => {
      await endOwnSession(c.var.ctx, c.req.param());
      return c.body(null, 204);
    },
  )
  .post("/sessions/end-others", describe({ summary: "Sign all others out", verb: endOtherSessions }), async (c) =>
    c.json(await endOtherSessions(c.var.ctx, c.var.session === undefined ? {} : { keep: c.var.session })),
  );
