import { readTransferForm, takeOver } from "@lingxi/core/activity";
import { Register } from "@lingxi/core/activity/schema";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import { form, type Values } from "./form.ts";
import { asPerson, guardFields } from "./guard.ts";
import { one, posted, refused } from "./post.ts";
import { answersIn, questionFields } from "./questions.ts";
import { personFields } from "./register.ts";
import { words } from "./register-words.ts";
import { here, page } from "./shell.ts";

async function show(c: Context<Env, "/register/take-over/:token">, values: Values, trouble?: ReturnType<typeof refused>) {
  const { locale, ctx } = c.var;
  const asked = await readTransferForm(ctx, { token: c.req.param("token") });
  const body = html`<div class="page page--form stack">
    <h1>${words.takeOver[locale]}</h1>
    <p class="lead">${words.takeOverText[locale]}</p>
    ${form({
      locale,
      schema: Register,
      fields: personFields(locale, questionFields(asked.questions, locale, [], asked.ticket ?? "")),
      hidden: { form: String(asked.number) },
      values,
      errors: trouble?.errors ?? [],
      refusal: trouble?.refusal,
      submit: words.takeOver[locale],
      guard: guardFields(c, "register", values, trouble),
    })}
  </div>`;
  return page(c, words.takeOver[locale], body, trouble?.status);
}

/** The page behind a link by which somebody passes a seat on. Opening it changes nothing. */
export const takeOverPages = new Hono<Env>()
  .get("/register/take-over/:token", describe({ summary: "The form that takes over a seat", answers: "text/html" }), async (c) =>
    show(c, {}),
  )
  .post(
    "/register/take-over/:token",
    describe({ summary: "Take over a seat by the form", verb: takeOver, from: "form", status: 303 }),
    async (c) => {
      const values = await posted(c);
      try {
        await asPerson(c, "register", values);
        const given = Object.fromEntries(Object.entries(values).map(([k, v]) => [k, one(v)]));
        const input = { ...given, answers: answersIn(values), locale: c.var.locale, token: c.req.param("token") } as Parameters<
          typeof takeOver
        >[1];
        const { activityId } = await takeOver(c.var.ctx, input);
        return c.redirect(here(c, `/forms/register/${activityId}/done?status=taken-over`), 303);
      } catch (error) {
        return show(c, values, refused(c, error));
      }
    },
  );
