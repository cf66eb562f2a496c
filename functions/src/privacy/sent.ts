import { fill, type Locale, say } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import type { seeMyMails } from "@lingxi/core/privacy";
import type { Context } from "hono";
import { html } from "hono/html";
import type { Env } from "../api/types.ts";
import { page } from "../pages/shell.ts";
import { states, sentWords as words } from "./sent-words.ts";

type Sent = Awaited<ReturnType<typeof seeMyMails>>;

/** Why somebody was in the audience of a notification. */
function why({ campaign }: Sent["items"][number], locale: Locale): string {
  if (!campaign) return words.own[locale];
  const { list, segment, chains, activityId } = campaign;
  const reasons = [
    activityId && words.invited[locale],
    list && fill(words.list[locale], { list }),
    segment && fill(words.segment[locale], { segment }),
    chains.length && words.chains[locale],
  ].filter(Boolean);
  return reasons.length ? reasons.join(locale === "en" ? "; " : "；") : words.everyone[locale];
}

/** A subject as it is written: the fields in it stand for the reader. */
const plain = (subject: string) => subject.replace(/\{\{[^}]*\}\}/g, "…");

function row(mail: Sent["items"][number], locale: Locale) {
  const times = Object.entries(mail.reached).map(
    ([state, at]) => html`<li>${states[state]?.[locale] ?? state} · ${formatTime(at, locale)}</li>`,
  );
  return html`<li class="card"><h2>${mail.campaign ? plain(say(mail.campaign.subject, locale)) : words.notice[locale]}</h2>
    <p><span class="tag">${states[mail.status]?.[locale] ?? mail.status}</span> ${formatTime(mail.at, locale)}</p>
    <p>${why(mail, locale)}</p>${times.length ? html`<ul class="small muted">${times}</ul>` : ""}</li>`;
}

/** What was sent to somebody, a page at a time. @param back the page that leads here */
export function sentPage(c: Context<Env>, { items, cursor }: Sent, back: string) {
  const { locale } = c.var;
  const body = html`<div class="page page--form stack">
    <h1>${words.title[locale]}</h1><p class="lead">${words.lead[locale]}</p>
    ${items.length ? html`<ul class="stack">${items.map((mail) => row(mail, locale))}</ul>` : html`<div class="notice"><p>${words.none[locale]}</p></div>`}
    <p class="actions">${cursor ? html`<a class="button button--quiet" href="${c.req.path}?cursor=${encodeURIComponent(cursor)}">${words.more[locale]}</a> ` : ""}<a href="${back}">${words.back[locale]}</a></p>
  </div>`;
  return page(c, words.title[locale], body);
}

/** The link that leads to it. */
export const sentLink = (c: Context<Env>, href: string) => html`<p><a href="${href}">${words.link[c.var.locale]}</a></p>`;
