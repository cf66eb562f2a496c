import { closeOwnDemand, confirmDemand, seeDemand } from "@lingxi/core/demand";
import { CloseOwn, unsolvedReasons, unsolvedWords } from "@lingxi/core/demand/clock-schema";
import { say, type Words } from "@lingxi/core/platform/text";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import { form, type Values } from "./form.ts";
import { looksFor } from "./my-demand-review.ts";
import { backTo } from "./own-page.ts";
import { one, posted, refused } from "./post.ts";
import { here, page } from "./shell.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

const words = {
  title: w("关闭需求", "Close the need"),
  lead: w(
    "关闭后，需求页保留并注明结果，不再出现在征集列表中。需要重新征集时，请联系主办方。",
    "Its page stays and says how it ended, and it leaves the lists of open ones. To open it again, ask the organiser.",
  ),
  solved: w("已解决", "Solved"),
  unsolved: w("未解决，不再征集", "Not solved, and no longer wanted"),
  send: w("关闭需求", "Close the need"),
  back: w("返回我的需求", "Back to my need"),
  over: w("这条需求已经关闭，或没有公开，不需要再操作。", "This need is closed already, or not public: there is nothing to do."),
} as const;

async function show(c: Context<Env>, values: Values = {}, trouble?: ReturnType<typeof refused>) {
  const { locale } = c.var;
  const token = c.req.param("token") ?? "";
  const demand = await seeDemand(c.var.ctx, { token });
  const t = (text: Words) => text[locale];
  const asked = form({
    locale,
    schema: CloseOwn,
    fields: [
      {
        name: "state",
        as: "radios",
        options: (["solved", "unsolved"] as const).map((value) => ({ value, label: t(words[value]) })),
      },
      { name: "why", as: "select", options: unsolvedReasons.map((value) => ({ value, label: t(unsolvedWords[value]) })) },
      { name: "note", as: "textarea", rows: 4 },
    ],
    values,
    errors: trouble?.errors ?? [],
    refusal: trouble?.refusal,
    submit: t(words.send),
    hidden: { version: one(values.version) ?? String(demand.version) },
  });
  const body = html`<div class="page page--form stack">
    <h1>${t(words.title)}<span class="page__context">${say(demand.title, locale)}</span></h1>
    ${looksFor(demand) ? html`<p>${t(words.lead)}</p>${asked}` : html`<div class="notice" role="status"><p>${t(words.over)}</p></div>`}
    <p><a href="${here(c, `/my/demands/${token}`)}">${t(words.back)}</a></p>
  </div>`;
  return page(c, t(words.title), body, trouble?.status);
}

const pageOf = (c: Context<Env>) => `/my/demands/${c.req.param("token") ?? ""}`;

/** What an enterprise says when its need is looked at again. Every GET only reads, since mail scanners follow links. */
export const demandClosingPages = new Hono<Env>()
  .post(
    "/demands/:token/confirm",
    describe({ summary: "Say that a need still stands, by the button", verb: confirmDemand, from: "form", status: 303 }),
    async (c) => {
      await confirmDemand(c.var.ctx, { token: c.req.param("token") });
      return backTo(c, pageOf(c), true);
    },
  )
  .get(
    "/demands/:token/close",
    describe({ summary: "The page that closes a need", verb: seeDemand, answers: "text/html" }),
    (c) => show(c),
  )
  .post(
    "/demands/:token/close",
    describe({ summary: "Close a need by the form", verb: closeOwnDemand, from: "form", status: 303 }),
    async (c) => {
      const values = await posted(c);
      const { token } = c.req.param();
      const said = { version: one(values.version), state: one(values.state), why: one(values.why), note: one(values.note) };
      try {
        await closeOwnDemand(c.var.ctx, { token, ...said } as Parameters<typeof closeOwnDemand>[1]);
        return backTo(c, pageOf(c), true);
      } catch (error) {
        return show(c, values, refused(c, error));
      }
    },
  );
