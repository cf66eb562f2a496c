import { endAccountSession, endOtherAccountSessions } from "@lingxi/core/account";
import type { HoldingKind } from "@lingxi/core/consent/schema";
import { eraseMine, seeMine, seeMyMails, withdrawMine } from "@lingxi/core/privacy";
import { type Context, Hono } from "hono";
import { describe } from "../api/describe.ts";
import { forgetParticipant } from "../api/middleware/cookies.ts";
import { query } from "../api/middleware/valid.ts";
import type { Env } from "../api/types.ts";
import { one, posted } from "../pages/post.ts";
import { here } from "../pages/shell.ts";
import { archiveData, archivePage } from "../privacy/archive.ts";
import { asFile, erasedPage } from "../privacy/pages.ts";
import { sentPage } from "../privacy/sent.ts";
import { words as privacyWords } from "../privacy/words.ts";
import { show } from "./overview.ts";

/** Back to the page, which says once what was done. */
const back = (c: Context<Env>, saved: string) => c.redirect(here(c, `/account?saved=${saved}`), 303);

/** What somebody does with what is theirs. */
export const steps = new Hono<Env>()
  .post(
    "/withdraw",
    describe({ summary: "Withdraw one consent, by the button", verb: withdrawMine, from: "form", status: 303 }),
    async (c) => {
      const values = await posted(c);
      const kind = (one(values.kind) ?? "") as HoldingKind;
      await withdrawMine(c.var.ctx, { kind, id: one(values.id) ?? "", purpose: one(values.purpose) });
      return back(c, "withdrawn");
    },
  )
  .post(
    "/sessions/end-others",
    describe({ summary: "Sign out everywhere else", verb: endOtherAccountSessions, from: "form", status: 303 }),
    async (c) => {
      await endOtherAccountSessions(c.var.ctx, { keep: c.var.session });
      return back(c, "ended");
    },
  )
  .post(
    "/sessions/:sessionId/end",
    describe({ summary: "Sign one browser out", verb: endAccountSession, from: "form", status: 303 }),
    async (c) => {
      await endAccountSession(c.var.ctx, c.req.param());
      return back(c, "ended");
    },
  )
  .get(
    "/sent",
    describe({ summary: "Every mail that was sent to one's address", verb: seeMyMails, answers: "text/html" }),
    query(seeMyMails),
    async (c) => sentPage(c, await seeMyMails(c.var.ctx, c.req.valid("query")), here(c, "/account")),
  )
  .get(
    "/archive.html",
    describe({ summary: "Everything on the person as a page to keep", verb: seeMine, answers: "text/html" }),
    async (c) => {
      const text = await archivePage(await seeMine(c.var.ctx, {}), {
        locale: c.var.locale,
        now: c.var.ctx.now(),
        origin: c.var.ctx.origin,
      });
      return c.body(text, 200, asFile("my-data.html", "text/html; charset=utf-8"));
    },
  )
  .get("/archive.json", describe({ summary: "The same for programs", verb: seeMine }), async (c) => {
    const text = JSON.stringify(archiveData(await seeMine(c.var.ctx, {}), c.var.ctx.now(), c.var.ctx.origin), null, 2);
    return c.body(text, 200, asFile("my-data.json", "application/json; charset=utf-8"));
  })
  .post(
    "/erase",
    describe({ summary: "Erase everything on the person", verb: eraseMine, from: "form", answers: "text/html" }),
    async (c) => {
      if (one((await posted(c)).sure) !== "yes") return show(c, privacyWords.eraseUnconfirmed);
      const { erased } = await eraseMine(c.var.ctx, {});
      forgetParticipant(c);
      return erasedPage(c, erased);
    },
  );
