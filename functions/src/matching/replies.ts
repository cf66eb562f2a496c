import { answerAsk, seeAsk } from "@lingxi/core/matching";
import { AnswerAsk, type AskView } from "@lingxi/core/matching/schema";
import { fill, say, type Words } from "@lingxi/core/platform/text";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import { form, type Values } from "../pages/form.ts";
import { one, posted, refused } from "../pages/post.ts";
import { here, page } from "../pages/shell.ts";
import { words } from "./replies-words.ts";

const answers = ["yes", "no", "not-now"] as const;

function show(c: Context<Env>, ask: AskView, values: Values = {}, trouble?: ReturnType<typeof refused>) {
  const { locale } = c.var;
  const t = (text: Words) => fill(text[locale], { own: say(ask.own.title, locale), name: ask.name });
  const kind = ask.side === "need" ? ask.kind : "demand";
  const { other } = ask;
  const asked = form({
    locale,
    schema: AnswerAsk,
    fields: [
      { name: "answer", as: "radios", options: answers.map((value) => ({ value, label: t(words[value]) })) },
      { name: "note", as: "textarea", rows: 4 },
      { name: "related", as: "checkbox", sentence: t(words.related) },
    ],
    values,
    errors: trouble?.errors ?? [],
    refusal: trouble?.refusal,
    submit: t(words.send),
  });
  const body = html`<div class="page page--form stack">
    <h1>${t(words.title)}<span class="page__context">${t(words[ask.side])}</span></h1>
    <dl class="facts">
      <div><dt>${t(words.kind)}</dt><dd>${t(words[kind])}</dd></div>
      <div><dt>${t(words.name)}</dt><dd>${other.page ? html`<a href="${here(c, other.page)}">${say(other.title, locale)}</a>` : say(other.title, locale)}</dd></div>
      <div><dt>${t(words.organisation)}</dt><dd>${other.organisation}</dd></div>
    </dl>
    ${
      ask.status === "open"
        ? html`<p>${t(words.lead)}</p>${asked}`
        : html`<div class="notice notice--success" role="status"><p><strong>${t(words.answered)}${t(words[ask.status])}</strong></p><p>${t(words[`next-${ask.status}`])}</p></div>`
    }
    <p><a href="${here(c, "/forms/my-data")}">${t(words.mine)}</a></p>
  </div>`;
  return page(c, t(words.title), body, trouble?.status);
}

/** The page behind the link of a mail that asks. A GET only reads, since scanners follow links; the answer is a POST. */
export const replies = new Hono<Env>()
  .get(
    "/matches/:token",
    describe({ summary: "The page that asks one side of a pair", verb: seeAsk, answers: "text/html" }),
    async (c) => show(c, await seeAsk(c.var.ctx, c.req.param())),
  )
  .post("/matches/:token", describe({ summary: "Answer", verb: answerAsk, from: "form", answers: "text/html" }), async (c) => {
    const values = await posted(c);
    const { token } = c.req.param();
    const said = { answer: one(values.answer), note: one(values.note), related: one(values.related) === "yes" };
    try {
      await answerAsk(c.var.ctx, { token, ...said } as Parameters<typeof answerAsk>[1]);
    } catch (error) {
      const trouble = refused(c, error);
      return show(c, await seeAsk(c.var.ctx, { token }), values, trouble);
    }
    return c.redirect(c.req.path, 303);
  });
