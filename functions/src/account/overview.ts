import { listOwnOrganisations, listOwnSessions } from "@lingxi/core/account";
import { held } from "@lingxi/core/consent";
import type { Holding } from "@lingxi/core/consent/schema";
import { fill, type Words } from "@lingxi/core/platform/text";
import { seeMine } from "@lingxi/core/privacy";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { describe } from "../api/describe.ts";
import { statusOf } from "../api/middleware/errors.ts";
import type { Env } from "../api/types.ts";
import { here, page } from "../pages/shell.ts";
import { paperLink, takeAndErase } from "../privacy/pages.ts";
import { holdingParts, shown } from "../privacy/parts.ts";
import { sentLink } from "../privacy/sent.ts";
import { agreedSection } from "./agreed.ts";
import { devicesSection } from "./devices.ts";
import { membershipList } from "./organisation-parts.ts";
import { words as organisationWords } from "./organisation-words.ts";
import { askingPage } from "./sign-in.ts";
import { done, parts, words } from "./words.ts";

/** What a state asks of the person, by its look. */
const tones: Readonly<Record<string, string>> = {
  confirmed: " tag--success",
  listed: " tag--success",
  approved: " tag--success",
  subscribed: " tag--success",
  offered: " tag--warning",
  "changes-requested": " tag--warning",
};

/** Its name without its kind, which stands above it. */
const named = (title: string) => title.replace(/^[^：:]*[：:]\s*/, "") || title;

function entry(c: Context<Env>, holding: Holding) {
  const { locale } = c.var;
  const state = holding.facts.find(({ label }) => label === held.state)?.value ?? "";
  const lead = holding.kind === "contact" ? words.subscription : words.open;
  return html`<li class="card">
    <h3>${named(holding.title[locale])}</h3>
    <p class="tags"><span class="tag${tones[state] ?? ""}">${shown(state, locale)}</span></p>
    ${holding.page ? html`<p><a href="${here(c, holding.page)}">${lead[locale]}</a></p>` : ""}
    ${paperLink(c, holding)}
    <details><summary>${words.content[locale]}</summary>${holdingParts({ ...holding, consents: [] }, locale)}</details>
  </li>`;
}

function part(c: Context<Env>, { kind, title, empty, lead, path }: (typeof parts)[number], holdings: readonly Holding[]) {
  const { locale } = c.var;
  const own = holdings.filter((holding) => holding.kind === kind);
  return html`<section class="stack" id="${kind}"><h2>${title[locale]}</h2>
    ${
      own.length
        ? html`<ul class="stack">${own.map((holding) => entry(c, holding))}</ul>`
        : html`<p class="muted">${empty[locale]} <a href="${here(c, path)}">${lead[locale]}</a></p>`
    }</section>`;
}

const begun: readonly string[] = ["registration", "project", "demand", "talent"];

/** Nothing is held yet: what an account is good for, and where to begin. */
function teaching(c: Context<Env>, email: string) {
  const { locale } = c.var;
  return html`<section class="empty"><h2>${words.nothing[locale]}</h2>
    <p>${fill(words.nothingLead[locale], { email })}</p>
    <p>${parts.filter(({ kind }) => begun.includes(kind)).map(({ lead, path }, i) => html`<a class="button${i ? " button--quiet" : ""}" href="${here(c, path)}">${lead[locale]}</a> `)}</p></section>`;
}

/** The page of whoever is signed in. @param trouble why what was just sent was not done */
export async function show(c: Context<Env>, trouble?: Words) {
  const { ctx, locale, session } = c.var;
  const { email, holdings, erasing } = await seeMine(ctx, {});
  const [{ items: devices }, { items: organisations }] = await Promise.all([
    listOwnSessions(ctx, { current: session }),
    listOwnOrganisations(ctx, {}),
  ]);
  const said = done[c.req.query("saved") ?? ""];
  const theirs = holdings.filter(({ kind }) => parts.some((one) => one.kind === kind));
  const body = html`<div class="page page--form stack stack--loose">
    <h1>${words.title[locale]}<span class="page__context">${email}</span></h1>
    <form method="post" action="${here(c, "/account/sign-out")}"><button class="button button--quiet" type="submit">${words.signOut[locale]}</button></form>
    ${said ? html`<p class="notice notice--success" role="status">${said[locale]}</p>` : ""}
    ${trouble ? html`<p class="notice notice--error" role="alert">${trouble[locale]}</p>` : ""}
    ${erasing ? html`<div class="notice"><p>${words.erasing[locale]}</p></div>` : ""}
    ${theirs.length ? parts.map((one) => part(c, one, holdings)) : teaching(c, email)}
    <section class="stack" id="organisations"><h2>${organisationWords.title[locale]}</h2>
      ${membershipList(c, organisations)}
      <p><a href="${here(c, "/account/organisations")}">${organisationWords.manage[locale]}</a></p></section>
    ${agreedSection(c, holdings)}
    ${devicesSection(c, devices)}
    ${sentLink(c, here(c, "/account/sent"))}
    ${takeAndErase(c, here(c, "/account"))}
  </div>`;
  return page(c, words.title[locale], body, trouble ? 422 : 200);
}

/** One address for both: the account of whoever is signed in, else the form that asks for a link, with the reason why a session ended. */
export const overview = new Hono<Env>().get(
  "/",
  describe({ summary: "One's account, or the form that asks for a sign-in link", answers: "text/html" }),
  (c) => {
    const { actor } = c.var.ctx;
    if (actor.kind === "participant") return show(c);
    const because = actor.kind === "public" ? actor.because : undefined;
    const trouble = because && {
      errors: [],
      refusal: because.text[c.var.locale],
      reason: because.reason,
      status: statusOf(because),
    };
    return askingPage(c, { ...(trouble ? { trouble } : {}), said: done[c.req.query("saved") ?? ""] });
  },
);
