import type { findPeople } from "@lingxi/core/meeting";
import { fill, type Locale } from "@lingxi/core/platform/text";
import type { Context } from "hono";
import { html } from "hono/html";
import type { Env } from "../api/types.ts";
import { chainOptions } from "../pages/options.ts";
import { page } from "../pages/shell.ts";
import { personText, step, tag } from "./parts.ts";
import { words } from "./words.ts";

type Answer = Awaited<ReturnType<typeof findPeople>>;
type Found = Answer["items"][number];

const isOver = (status: Found["status"]) =>
  status === undefined || status === "expired" || status === "withdrawn" || status === "cancelled";

function card(one: Found, base: string, locale: Locale) {
  const reasons = (one.reasons ?? []).map(({ whose, phrase, passage }) =>
    fill(words[whose === "mine" ? "youSeek" : "theySeek"][locale], { phrase, passage }),
  );
  return html`<li class="card stack stack--near"><h3>${one.name}<span class="page__context">${one.organisation}</span></h3>
    ${personText(one, locale)}
    ${reasons.length ? html`<details open><summary>${words.why[locale]}</summary><ul>${reasons.map((text) => html`<li>${text}</li>`)}</ul></details>` : ""}
    <div class="actions">${one.status ? tag(one.status, locale) : ""}${isOver(one.status) ? (one.suits ? step(base, "ask", words.ask[locale], { other: one.id }) : html`<span class="muted">${words.noTime[locale]}</span>`) : ""}</div></li>`;
}

/** The list of those who take part, with a form that narrows it and whom to meet first. */
export function peoplePage(c: Context<Env>, base: string, { items, suggestions, cursor }: Answer) {
  const { locale } = c.var;
  const [q = "", chain = ""] = [c.req.query("q"), c.req.query("chain")];
  const next = new URLSearchParams({ q, chain, cursor: cursor ?? "" });
  const list = (found: readonly Found[]) =>
    html`<ul class="plain-list stack">${found.map((one) => card(one, base, locale))}</ul>`;
  const narrowed = q || chain;
  const body = html`<div class="page page--form stack">
    <p><a href="${base}">← ${words.back[locale]}</a></p>
    <h1>${words.find[locale]}</h1><p class="lead">${words.findLead[locale]}</p>
    <form method="get" action="${base}/people" class="stack stack--near" role="search">
      <div class="field"><label class="field__label" for="q">${words.search[locale]}</label><input class="input" type="search" id="q" name="q" value="${q}"></div>
      <div class="field"><label class="field__label" for="chain">${words.chain[locale]}</label><select class="input" id="chain" name="chain"><option value="">${words.anyChain[locale]}</option>${chainOptions(locale).map((o) => html`<option value="${o.value}"${o.value === chain ? html` selected` : ""}>${o.label}</option>`)}</select></div>
      <p><button class="button" type="submit">${words.go[locale]}</button></p>
    </form>
    ${suggestions.length ? html`<section class="stack"><h2>${words.suggested[locale]}</h2>${list(suggestions)}</section>` : ""}
    <section class="stack"><h2>${words[narrowed ? "found" : "all"][locale]}</h2>${items.length ? list(items) : html`<p>${words[narrowed ? "nobody" : "nobodyYet"][locale]}</p>`}
    ${cursor ? html`<p><a class="button button--quiet" href="${base}/people?${next}">${words.more[locale]}</a></p>` : ""}</section>
  </div>`;
  return page(c, words.find[locale], body);
}
