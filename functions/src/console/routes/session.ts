import { askSignInLink, beginPasskeySignIn, type Entered, signIn, signInWithPasskey, whoAmI } from "@lingxi/core/identity";
import { endSession } from "@lingxi/core/identity/session";
import { type Context, Hono } from "hono";
import { describe } from "../../api/describe.ts";
import { forgetSession, keepBrowser, keepSession } from "../../api/middleware/cookies.ts";
import { noteSession } from "../../api/middleware/security-log.ts";
import { json } from "../../api/middleware/valid.ts";
import type { Env } from "../../api/types.ts";

const enter = async (c: Context<Env>, by: "link" | "passkey", { memberId, cookie, needsPasskey }: Entered) => {
  await endPresent(c);
  keepSession(c, cookie);
  noteSession(c, "signed in", { memberId, by });
  return c.json({ needsPasskey });
};

/** Ends the session that this browser shows: whoever signs in again has one, not two. */
async function endPresent(c: Context<Env>): Promise<string | undefined> {
  const { actor } = c.var.ctx;
  if (actor.kind !== "staff" || !c.var.session) return undefined;
  await endSession(c.var.ctx, { memberId: actor.id, id: c.var.session }, "signed-out");
  return actor.id;
}

/** The session of a member of staff: opened by a passkey or by a one-time link, kept in a cookie that scripts cannot read. */
export const session = new Hono<Env>()
  .get("/", describe({ summary: "Who is signed in", verb: whoAmI }), async (c) => c.json(await whoAmI(c.var.ctx, {})))
  .post(
    "/link",
    describe({
      summary: "Ask for a sign-in link by mail; the answer is the same for every address",
      verb: askSignInLink,
      status: 202,
    }),
    json(askSignInLink),
    async (c) => {
      const ctx = keepBrowser(c);
      return c.json(await askSignInLink(ctx, c.req.valid("json")), 202);
    },
  )
  .post("/", describe({ summary: "Spend a sign-in link", verb: signIn }), json(signIn), async (c) =>
    enter(c, "link", await signIn(c.var.ctx, c.req.valid("json"))),
  )
  .post("/passkey/options", describe({ summary: "What to ask a passkey", verb: beginPasskeySignIn }), async (c) =>
    c.json(await beginPasskeySignIn(c.var.ctx, {})),
  )
  .post(
    "/passkey",
    describe({ summary: "Sign in with a passkey", verb: signInWithPasskey }),
    json(signInWithPasskey),
    async (c) => enter(c, "passkey", await signInWithPasskey(c.var.ctx, c.req.valid("json"))),
  )
  .delete("/", describe({ summary: "Sign out", status: 204 }), async (c) => {
    const memberId = await endPresent(c);
    if (memberId) noteSession(c, "signed out", { memberId });
    forgetSession(c);
    return c.body(null, 204);
  });
