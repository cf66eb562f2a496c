import { readOwnRecord } from "@lingxi/core/matching";
import { fill, say } from "@lingxi/core/platform/text";
import { formatDay } from "@lingxi/core/platform/time";
import { chainById } from "@lingxi/core/taxonomy";
import { Hono } from "hono";
import { html } from "hono/html";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import { here, page } from "../pages/shell.ts";
import { words } from "./record-words.ts";

/** 转化业绩: what one of the talent pool brought about, behind the link of their place in it. */
export const ownRecord = new Hono<Env>().get(
  "/matches/record/:token",
  describe({ summary: "The conversions that one of the talent pool brought about", verb: readOwnRecord, answers: "text/html" }),
  async (c) => {
    const { locale } = c.var;
    const { token } = c.req.param();
    const { items, name, cursor } = await readOwnRecord(c.var.ctx, { token, cursor: c.req.query("cursor") || undefined });
    const t = (key: keyof typeof words) => words[key][locale];
    const chain = (id: string) => say(chainById[id]?.name ?? { "zh-CN": id }, locale);
    const next = here(c, `/my/matches/record/${token}?cursor=${encodeURIComponent(cursor ?? "")}`);
    const body = html`<div class="page page--form stack">
      <h1>${t("title")}<span class="page__context">${name}</span></h1>
      <p class="lead">${t("lead")}</p>
      ${items.length ? "" : html`<p>${t("none")}</p>`}
      <ul class="plain-list stack">${items.map(
        ({
          on,
          way,
          role,
          chain: of,
          demandTitle,
        }) => html`<li class="card stack stack--near"><h2>${say(demandTitle, locale)}</h2>
        <p>${fill(t("said"), { on: formatDay(on, locale), way: t(way), chain: chain(of) })} · ${t(role)}</p></li>`,
      )}</ul>
      ${cursor ? html`<p><a href="${next}">${t("more")}</a></p>` : ""}
      <p><a href="${here(c, `/my/talents/${token}`)}">${t("back")}</a></p>
    </div>`;
    return page(c, t("title"), body);
  },
);
