import type { MemberLine, MembershipView, OwnOrganisation } from "@lingxi/core/organisation/schema";
import { say, type Words } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import type { Context } from "hono";
import { html } from "hono/html";
import type { Env } from "../api/types.ts";
import { here } from "../pages/shell.ts";
import { shown } from "../privacy/parts.ts";
import { words } from "./organisation-words.ts";

const addressOf = (c: Context<Env>, code: string, step = "") => here(c, `/account/organisations/${code}${step}`);

/** A step that is taken after a word about what it does. */
const sure = (title: string, said: string, action: string, more: ReturnType<typeof html> | "" = "") =>
  html`<details><summary>${title}</summary><p>${said}</p><form class="stack" method="post" action="${action}">${more}<button class="button button--danger" type="submit">${title}</button></form></details>`;

const plain = (action: string, text: string, look = "") =>
  html`<form method="post" action="${action}"><button class="button${look}" type="submit">${text}</button></form>`;

/** One's own organisations, each with where it stands. */
export function membershipList(c: Context<Env>, items: readonly MembershipView[]) {
  const { locale } = c.var;
  const t = (text: Words) => text[locale];
  const state = ({ status, owner, member }: MembershipView) => {
    if (owner) return html`<span class="tag tag--success">${t(words.owner)}</span>`;
    if (member) return html`<span class="tag tag--success">${t(words.member)}</span>`;
    return html`<span class="tag${status === "refused" || status === "removed" ? "" : " tag--warning"}">${t(status === "refused" ? words.refused : status === "removed" ? words.removed : words.waiting)}</span>`;
  };
  if (!items.length) return html`<p class="muted">${t(words.none)}</p>`;
  return html`<ul class="stack">${items.map(
    (one) => html`<li class="card"><h3>${one.name}</h3><p class="tags">${state(one)}</p><p><code>${one.code}</code></p>
      ${one.remark ? html`<p class="said">${one.remark}</p>` : ""}
      ${one.member ? html`<p><a href="${addressOf(c, one.code)}">${t(words.open)}</a></p>` : ""}
      ${one.status === "claimed" || one.status === "asked" ? plain(addressOf(c, one.code, "/leave"), t(words.withdraw), " button--quiet") : ""}</li>`,
  )}</ul>`;
}

interface Thing {
  readonly id: string;
  readonly title: { readonly "zh-CN": string; readonly en?: string | undefined };
  readonly status: string;
  readonly since: string;
  readonly page?: string;
}

/** Projects or needs of an organisation: to be read; one's own lead on to where they are changed. */
export function thingList(c: Context<Env>, kind: "projects" | "demands", things: readonly Thing[]) {
  const { locale } = c.var;
  const none = kind === "projects" ? words.noProjects : words.noDemands;
  return html`<section class="stack"><h2>${words[kind][locale]}</h2>${
    things.length
      ? html`<ul class="rows">${things.map(
          ({
            id,
            title,
            status,
            since,
            page,
          }) => html`<li><p><strong>${say(title, locale) || id}</strong> <span class="tag${status === "listed" ? " tag--success" : ""}">${shown(status, locale)}</span></p>
          <p class="small muted">${formatTime(since, locale)}</p>
          ${page ? html`<p><a href="${here(c, page)}">${words.yours[locale]}</a></p>` : status === "listed" ? html`<p><a href="${here(c, `/${kind}/${id}/`)}">${words.publicPage[locale]}</a></p>` : ""}</li>`,
        )}</ul>`
      : html`<p class="muted">${none[locale]}</p>`
  }</section>`;
}

/** The people of an organisation; its owners decide about each. */
export function peopleList(c: Context<Env>, { code, owner, members, asking }: OwnOrganisation) {
  const { locale } = c.var;
  const t = (text: Words) => text[locale];
  const step = ({ accountId }: MemberLine, name: string) => addressOf(c, code, `/members/${accountId}/${name}`);
  const who = (one: MemberLine) => html`<p><strong>${one.name}</strong> ${one.position}
    ${one.owner ? html`<span class="tag tag--accent">${t(words.owner)}</span>` : ""}${one.me ? html` <span class="tag">${t(words.you)}</span>` : ""}</p>
    ${one.email ? html`<p class="small muted">${one.email}</p>` : ""}`;
  return html`${
    asking.length
      ? html`<section class="stack"><h2>${t(words.asking)}</h2><ul class="stack">${asking.map(
          (one) => html`<li class="card">${who(one)}<p class="said">${one.proof ?? ""}</p>
          <div class="actions">${plain(step(one, "approve"), t(words.approve))}${plain(step(one, "refuse"), t(words.refuse), " button--quiet")}</div></li>`,
        )}</ul></section>`
      : ""
  }
  <section class="stack"><h2>${t(words.people)}</h2><ul class="rows">${members.map(
    (one) =>
      html`<li>${who(one)}${
        owner && !one.me
          ? html`${one.owner ? "" : sure(t(words.makeOwner), t(words.makeOwnerSure), step(one, "make-owner"))}${sure(t(words.remove), t(words.removeSure), step(one, "remove"))}`
          : ""
      }</li>`,
  )}</ul></section>
  <section class="stack">${owner ? sure(t(words.stepDown), t(words.stepDownSure), addressOf(c, code, "/step-down")) : ""}
    ${sure(t(words.leave), t(words.leaveSure), addressOf(c, code, "/leave"))}</section>`;
}
