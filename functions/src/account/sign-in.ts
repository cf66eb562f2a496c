import { askAccountLink, enterAccount, signOutAccount } from "@lingxi/core/account";
import { AskAccountLink } from "@lingxi/core/account/schema";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { describe } from "../api/describe.ts";
import { forgetParticipant, keepBrowser, keepParticipant } from "../api/middleware/cookies.ts";
import { noteSession } from "../api/middleware/security-log.ts";
import type { Env } from "../api/types.ts";
import { donePage, formPage, type PublicForm } from "../pages/form-page.ts";
import { asPerson } from "../pages/guard.ts";
import { one, posted, refused } from "../pages/post.ts";
import { here, page } from "../pages/shell.ts";
import { signInWords as words } from "./words.ts";

const asking: PublicForm = {
  name: "account",
  title: words.title,
  lead: words.lead,
  submit: words.submit,
  schema: AskAccountLink,
  fields: () => [{ name: "email", as: "email", autocomplete: "email" }],
};

/** The form that asks for a link, for whoever is not signed in. What a session that ended is told stands above it. */
export const askingPage = (c: Context<Env>, state: Parameters<typeof formPage>[2] = {}) =>
  formPage(c, asking, { action: here(c, "/account"), ...state });

/** Ends the session that this browser shows. */
async function leave(c: Context<Env>): Promise<void> {
  const { actor } = c.var.ctx;
  if (actor.kind !== "participant" || !c.var.session) return;
  await signOutAccount(c.var.ctx, { sessionId: c.var.session });
  noteSession(c, "signed out", { accountId: actor.id });
}

function enterPage(c: Context<Env>) {
  const { locale } = c.var;
  const body = html`<div class="page page--form stack">
    <h1>${words.enterTitle[locale]}</h1>
    <p class="lead">${words.enterLead[locale]}</p>
    <form method="post"><button class="button" type="submit">${words.enter[locale]}</button></form>
  </div>`;
  return page(c, words.enterTitle[locale], body);
}

export const signingIn = new Hono<Env>()
  .post(
    "/",
    describe({
      summary: "Ask for a sign-in link by mail; the answer is the same for every address",
      verb: askAccountLink,
      from: "form",
      answers: "text/html",
    }),
    async (c) => {
      const values = await posted(c);
      try {
        await asPerson(c, asking.name, values);
        await askAccountLink(keepBrowser(c), { email: one(values.email) ?? "", locale: c.var.locale });
      } catch (error) {
        return askingPage(c, { values, trouble: refused(c, error) });
      }
      const { sentTitle: title, sent: next, sentSteps: steps, back } = words;
      return donePage(c, { title, next, steps, back, path: "/" });
    },
  )
  .get(
    "/enter/:token",
    describe({ summary: "The page whose button spends a sign-in link; reading it changes nothing", answers: "text/html" }),
    (c) => enterPage(c),
  )
  .post(
    "/enter/:token",
    describe({ summary: "Spend a sign-in link", verb: enterAccount, from: "form", status: 303 }),
    async (c) => {
      try {
        const { accountId, cookie } = await enterAccount(c.var.ctx, c.req.param());
        await leave(c);
        keepParticipant(c, cookie);
        noteSession(c, "signed in", { accountId, by: "link" });
        return c.redirect(here(c, "/account"), 303);
      } catch (error) {
        return askingPage(c, { trouble: refused(c, error) });
      }
    },
  )
  .post("/sign-out", describe({ summary: "Sign out", status: 303 }), async (c) => {
    await leave(c);
    forgetParticipant(c);
    return c.redirect(here(c, "/account?saved=out"), 303);
  });
