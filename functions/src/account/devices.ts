import type { OwnSession } from "@lingxi/core/platform/sign-in/session";
import { fill } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import type { Context } from "hono";
import { html } from "hono/html";
import type { Env } from "../api/types.ts";
import { here } from "../pages/shell.ts";
import { words } from "./words.ts";

/** Where the person is signed in, and the way to end each of them. */
export function devicesSection(c: Context<Env>, devices: readonly OwnSession[]) {
  const { locale } = c.var;
  const end = (id: string) =>
    html`<form method="post" action="${here(c, `/account/sessions/${id}/end`)}"><button class="link-button" type="submit">${words.endOne[locale]}</button></form>`;
  return html`<section class="stack" id="devices"><h2>${words.devices[locale]}</h2>
    <ul class="rows">${devices.map(
      ({
        id,
        device,
        createdAt,
        lastSeenAt,
        current,
      }) => html`<li><p>${device}${current ? html` <span class="tag tag--accent">${words.thisOne[locale]}</span>` : ""}</p>
        <p class="small muted">${fill(words.signedIn[locale], { at: formatTime(createdAt, locale), seen: formatTime(lastSeenAt, locale) })}</p>
        ${current ? "" : end(id)}</li>`,
    )}</ul>
    ${devices.length > 1 ? html`<form method="post" action="${here(c, "/account/sessions/end-others")}"><button class="button button--quiet" type="submit">${words.endOthers[locale]}</button></form>` : ""}</section>`;
}
