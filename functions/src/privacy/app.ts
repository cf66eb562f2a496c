import { fill, type Words } from "@lingxi/core/platform/text";
import { askForData, eraseOwnData, openOwnData, seeOwnData, seeOwnMails, withdrawOwnData } from "@lingxi/core/privacy";
import { AskForData, type OwnData } from "@lingxi/core/privacy/schema";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { appOf } from "../api/app.ts";
import { describe } from "../api/describe.ts";
import { forgetData, keepBrowser, keepData, readDataCookie } from "../api/middleware/cookies.ts";
import { query } from "../api/middleware/valid.ts";
import type { Env } from "../api/types.ts";
import { donePage, formPage, type PublicForm } from "../pages/form-page.ts";
import { asPerson } from "../pages/guard.ts";
import { one, posted, refused } from "../pages/post.ts";
import { here, page } from "../pages/shell.ts";
import { archiveData, archivePage } from "./archive.ts";
import { asFile, erasedPage, paperLink, takeAndErase } from "./pages.ts";
import { holdingParts } from "./parts.ts";
import { sentLink, sentPage } from "./sent.ts";
import { words } from "./words.ts";

const asking: PublicForm = {
  name: "my-data",
  title: words.askTitle,
  lead: words.askLead,
  submit: words.askSubmit,
  schema: AskForData,
  fields: () => [{ name: "email", as: "email", autocomplete: "email" }],
};

const asked = new Hono<Env>()
  .get("/my-data", describe({ summary: "The form that asks for a link to one's data", answers: "text/html" }), (c) =>
    formPage(c, asking),
  )
  .post(
    "/my-data",
    describe({ summary: "Ask for a link to one's data", verb: askForData, from: "form", answers: "text/html" }),
    async (c) => {
      const values = await posted(c);
      try {
        await asPerson(c, asking.name, values);
        await askForData(keepBrowser(c), { email: one(values.email) ?? "", locale: c.var.locale });
      } catch (error) {
        return formPage(c, asking, { values, trouble: refused(c, error) });
      }
      const { sentTitle: title, sent: next, sentSteps: steps, back } = words;
      return donePage(c, { title, next, steps, back, path: "/" });
    },
  );

/** Where the browser that used the link finds everything: nothing secret stands in the address. */
const addressOf = (c: Context<Env>, step = "") => here(c, `/my/data/open${step}`);
const opened = (c: Context<Env>) => ({ opened: readDataCookie(c) ?? "" });

function show(c: Context<Env>, data: OwnData, trouble?: Words) {
  const { locale } = c.var;
  const t = (text: Words) => text[locale];
  const body = html`<div class="page page--form stack">
    <h1>${t(words.title)}<span class="page__context">${fill(t(words.about), { email: data.email })}</span></h1>
    ${trouble ? html`<p class="notice notice--error" role="alert">${t(trouble)}</p>` : ""}
    ${c.req.query("saved") ? html`<p class="notice notice--success" role="status">${t(words.doneOne)}</p>` : ""}
    ${data.erasing ? html`<div class="notice"><p>${t(words.erasing)}</p></div>` : ""}
    ${data.holdings.length ? "" : html`<div class="notice"><p>${t(words.none)}</p></div>`}
    ${data.holdings.map(
      (holding) => html`<section class="stack"><h2>${t(holding.title)}</h2>${holdingParts(holding, locale)}
        ${paperLink(c, holding)}
        <details><summary>${t(words.withdraw)}</summary><p>${t(words.withdrawSure)}</p>
        <form method="post" action="${addressOf(c, "/withdraw")}"><input type="hidden" name="kind" value="${holding.kind}"><input type="hidden" name="id" value="${holding.id}"><button class="button button--danger" type="submit">${t(words.withdraw)}</button></form></details></section>`,
    )}
    ${sentLink(c, addressOf(c, "/sent"))}
    ${takeAndErase(c, addressOf(c))}
  </div>`;
  return page(c, t(words.title), body, trouble ? 422 : 200);
}

const made = (c: Context<Env>) => ({ locale: c.var.locale, now: c.var.ctx.now(), origin: c.var.ctx.origin });
const see = (c: Context<Env>) => seeOwnData(c.var.ctx, opened(c));

/** Uses the link by a press, not by being opened: mail scanners follow links. */
function askToOpen(c: Context<Env>, token: string) {
  const { locale } = c.var;
  const body = html`<div class="page page--form stack"><h1>${words.title[locale]}</h1><p>${words.openLead[locale]}</p>
    <form method="post" action="${here(c, `/my/data/${token}`)}"><button class="button" type="submit">${words.open[locale]}</button></form></div>`;
  return page(c, words.title[locale], body);
}

const own = new Hono<Env>()
  .get(
    "/data/open",
    describe({ summary: "Everything that is held on one person", verb: seeOwnData, answers: "text/html", cookie: "opened" }),
    async (c) => show(c, await see(c)),
  )
  .get(
    "/data/open/sent",
    describe({ summary: "Every mail that was sent to one's address", verb: seeOwnMails, answers: "text/html", cookie: "opened" }),
    query(seeOwnMails),
    async (c) => sentPage(c, await seeOwnMails(c.var.ctx, { ...c.req.valid("query"), ...opened(c) }), addressOf(c)),
  )
  .get(
    "/data/open/archive.html",
    describe({ summary: "The same as a page to keep", verb: seeOwnData, answers: "text/html", cookie: "opened" }),
    async (c) => c.body(await archivePage(await see(c), made(c)), 200, asFile("my-data.html", "text/html; charset=utf-8")),
  )
  .get("/data/open/archive.json", describe({ summary: "The same for programs", verb: seeOwnData, cookie: "opened" }), async (c) =>
    c.body(
      JSON.stringify(archiveData(await see(c), c.var.ctx.now(), c.var.ctx.origin), null, 2),
      200,
      asFile("my-data.json", "application/json; charset=utf-8"),
    ),
  )
  .post(
    "/data/open/withdraw",
    describe({ summary: "Withdraw and erase one entry", verb: withdrawOwnData, from: "form", cookie: "opened", status: 303 }),
    async (c) => {
      const values = await posted(c);
      const said = { kind: one(values.kind) ?? "", id: one(values.id) ?? "" } as { kind: "contact"; id: string };
      await withdrawOwnData(c.var.ctx, { ...opened(c), ...said });
      return c.redirect(`${addressOf(c)}?saved=1`, 303);
    },
  )
  .post(
    "/data/open/erase",
    describe({
      summary: "Erase everything on the person",
      verb: eraseOwnData,
      from: "form",
      cookie: "opened",
      answers: "text/html",
    }),
    async (c) => {
      if (one((await posted(c)).sure) !== "yes") return show(c, await see(c), words.eraseUnconfirmed);
      const { erased: count } = await eraseOwnData(c.var.ctx, opened(c));
      forgetData(c);
      return erasedPage(c, count);
    },
  )
  .get("/data/:token", describe({ summary: "The page that uses the link of a mail", answers: "text/html" }), (c) =>
    askToOpen(c, c.req.param("token")),
  )
  .post("/data/:token", describe({ summary: "Use the link, once", verb: openOwnData, from: "form", status: 303 }), async (c) => {
    try {
      keepData(c, await openOwnData(c.var.ctx, { token: c.req.param("token") }));
      return c.redirect(addressOf(c), 303);
    } catch (error) {
      return formPage(c, asking, { trouble: refused(c, error), action: here(c, "/forms/my-data") });
    }
  });

export const app = appOf({ pages: new Hono<Env>().route("/forms", asked).route("/my", own) });
