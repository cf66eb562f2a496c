import {
  type Chosen,
  consentRecord,
  pauseMails,
  savePreferences,
  seePreferences,
  subscribeAgain,
  unsubscribe,
} from "@lingxi/core/campaign";
import { Preferences } from "@lingxi/core/campaign/preference-schema";
import { type Topic, topicNames, topics } from "@lingxi/core/campaign/topics-schema";
import { fill, type Locale, type Words } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import { form } from "../pages/form.ts";
import { chainOptions } from "../pages/options.ts";
import { many, one, posted, refused } from "../pages/post.ts";
import { here, page } from "../pages/shell.ts";
import { asFile } from "../privacy/pages.ts";
import { recordText } from "./record.ts";
import { words } from "./words.ts";

type Said = "ask" | "done" | "again" | "saved";
interface Trouble {
  readonly values: Parameters<typeof form>[0]["values"];
  readonly found: ReturnType<typeof refused>;
}

const own = (c: Context<Env>) => here(c, `/my/unsubscribe/${c.req.param("token")}`);

function button(action: string, text: string, look = "", hidden: Record<string, string> = {}) {
  return html`<form method="post" action="${action}">${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button class="button${look}" type="submit">${text}</button></form>`;
}
const refuse = (c: Context<Env>, look = "") =>
  button(own(c), words.button[c.var.locale], look, { "List-Unsubscribe": "One-Click" });

const fields = (locale: Locale) => [
  {
    name: "topics",
    as: "checkboxes" as const,
    options: topicNames.map((value) => ({
      value,
      label: `${topics[value].label[locale]}${locale === "en" ? ": " : "："}${topics[value].text[locale]}`,
    })),
  },
  {
    name: "locale",
    as: "radios" as const,
    options: [
      { value: "zh-CN", label: words.chinese[locale] },
      { value: "en", label: words.english[locale] },
    ],
  },
  { name: "chains", as: "checkboxes" as const, options: chainOptions(locale) },
];

function choosing(c: Context<Env>, chosen: Chosen, trouble?: Trouble) {
  const { locale } = c.var;
  const t = (text: Words) => text[locale];
  return html`<section class="stack"><h2>${t(words.choose)}</h2>
    ${form({
      locale,
      schema: Preferences,
      fields: fields(locale),
      values: trouble?.values ?? { topics: chosen.topics, locale: chosen.locale, chains: chosen.chains },
      errors: trouble?.found.errors ?? [],
      refusal: trouble?.found.refusal,
      submit: t(words.save),
      action: `${own(c)}/preferences`,
    })}</section>
    <section class="stack"><h2>${t(words.pauseTitle)}</h2>
    ${
      chosen.pausedUntil
        ? html`<p>${fill(t(words.paused), { until: formatTime(chosen.pausedUntil, locale) })}</p>${button(`${own(c)}/pause`, t(words.goOn), "", { on: "no" })}`
        : html`<p>${t(words.pauseHelp)}</p>${button(`${own(c)}/pause`, t(words.pause), " button--quiet", { on: "yes" })}`
    }</section>`;
}

/** The page behind the link of every mail: the way out first, then what there is to choose. */
async function show(c: Context<Env>, said?: Said, trouble?: Trouble) {
  const { locale } = c.var;
  const t = (text: Words) => text[locale];
  const chosen = await seePreferences(c.var.ctx, { token: c.req.param("token") ?? "" });
  const state = said ?? (chosen.subscribed ? "ask" : "done");
  const body = html`<div class="page page--form stack">
    <h1>${t(words.title)}</h1>
    ${trouble ? "" : html`<div class="notice${state === "ask" ? "" : " notice--success"}" role="status"><p>${t(words[state])}</p></div>`}
    ${chosen.subscribed ? refuse(c, state === "ask" ? "" : " button--quiet") : button(`${own(c)}/again`, t(words.undo), " button--quiet")}
    ${chosen.subscribed ? choosing(c, chosen, trouble) : ""}
    <section class="stack"><h2>${t(words.record)}</h2><p>${t(words.recordHelp)}</p>
      <p class="actions"><a class="button button--quiet" href="${own(c)}/record.txt" download>${t(words.recordText)}</a> <a class="button button--quiet" href="${own(c)}/record.json" download>${t(words.recordData)}</a></p></section>
    <p><a href="${here(c, "/forms/my-data")}">${t(words.all)}</a></p>
  </div>`;
  return page(c, t(words.title), body, trouble?.found.status ?? 200);
}

/**
 * One-click unsubscribing (RFC 8058) and the preference centre behind the same link. A GET only reads, since scanners follow links. A POST to the link
 * counts whatever its body, without a cookie, and is answered with 200 at the same address, since senders of the one-click body follow no redirect.
 */
export const preferencePages = new Hono<Env>()
  .get("/:token", describe({ summary: "What mails a person gets", verb: seePreferences, answers: "text/html" }), (c) => show(c))
  .post(
    "/:token",
    describe({ summary: "Unsubscribe, one click (RFC 8058)", verb: unsubscribe, from: "form", answers: "text/html" }),
    async (c) => {
      await unsubscribe(c.var.ctx, c.req.param());
      return show(c, "done");
    },
  )
  .post(
    "/:token/again",
    describe({ summary: "Take the refusal back", verb: subscribeAgain, from: "form", answers: "text/html" }),
    async (c) => {
      await subscribeAgain(c.var.ctx, c.req.param());
      return show(c, "again");
    },
  )
  .post(
    "/:token/preferences",
    describe({ summary: "Choose topics, language and chains", verb: savePreferences, from: "form", answers: "text/html" }),
    async (c) => {
      const values = await posted(c);
      const said = { topics: many(values.topics) as Topic[], locale: one(values.locale) as Locale, chains: many(values.chains) };
      try {
        await savePreferences(c.var.ctx, { ...said, token: c.req.param("token") });
      } catch (error) {
        return show(c, undefined, { values, found: refused(c, error) });
      }
      return show(c, "saved");
    },
  )
  .post(
    "/:token/pause",
    describe({ summary: "Pause for three months, or go on", verb: pauseMails, from: "form", answers: "text/html" }),
    async (c) => {
      await pauseMails(c.var.ctx, { token: c.req.param("token"), on: one((await posted(c)).on) !== "no" });
      return show(c, "saved");
    },
  )
  .get("/:token/record.json", describe({ summary: "The consent record for programs", verb: consentRecord }), async (c) =>
    c.body(
      JSON.stringify(await consentRecord(c.var.ctx, { token: c.req.param("token") }), null, 2),
      200,
      asFile("consent-record.json", "application/json; charset=utf-8"),
    ),
  )
  .get(
    "/:token/record.txt",
    describe({ summary: "The consent record as a text", verb: consentRecord, answers: "text/plain" }),
    async (c) =>
      c.body(
        recordText(await consentRecord(c.var.ctx, { token: c.req.param("token") }), c.var.locale),
        200,
        asFile("consent-record.txt", "text/plain; charset=utf-8"),
      ),
  );
