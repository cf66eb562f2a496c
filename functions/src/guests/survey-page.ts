import { fill, type Locale, say, type Words } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { type AskedSurvey, answerSurvey, seeSurvey } from "@lingxi/core/survey";
import { answersTo, ratings } from "@lingxi/core/survey/schema";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import { type Field, form, type Values } from "../pages/form.ts";
import { posted, refused } from "../pages/post.ts";
import { here, page } from "../pages/shell.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
const words = {
  title: w("活动问卷", "Survey"),
  anonymous: w(
    "回答是匿名的：我们只知道您是否填写过，不知道您填了什么，提交后不能再查看或修改。{until}前可以填写。",
    "Answers are anonymous: we know whether you answered, not what; once sent they cannot be seen or changed. Open until {until}.",
  ),
  submit: w("提交", "Send"),
  thanks: w("谢谢，已收到您的回答。", "Thank you. We have your answers."),
  answered: w("您已经填写过这份问卷，谢谢。", "You have answered this survey already. Thank you."),
  closed: w("这份问卷现在不在开放时间内。", "This survey is not open now."),
  more: w("查看其他活动", "See other events"),
  optional: w("（选填）", "(optional)"),
  ratings: [
    w("1 · 很不满意", "1 · very poor"),
    w("2 · 不满意", "2 · poor"),
    w("3 · 一般", "3 · fair"),
    w("4 · 满意", "4 · good"),
    w("5 · 很满意", "5 · very good"),
  ],
};

const fieldOf = ({ id, kind, options, many }: AskedSurvey["questions"][number], locale: Locale): Field => {
  if (kind === "text") return { name: id, as: "textarea", rows: 4 };
  if (kind === "rating")
    return {
      name: id,
      as: "radios",
      options: ratings.map((value, n) => ({ value: String(value), label: words.ratings[n]?.[locale] ?? String(value) })),
    };
  const choices = options.map((option) => ({ value: option.id, label: say(option.label, locale) }));
  return { name: id, as: many ? "checkboxes" : "radios", options: choices };
};

/** The questions with what need not be answered marked. */
const marked = ({ questions }: AskedSurvey) =>
  questions.map((question) => {
    const { label, required } = question;
    if (required) return question;
    const en = label.en ?? label["zh-CN"];
    return { ...question, label: { "zh-CN": label["zh-CN"] + words.optional["zh-CN"], en: `${en} ${words.optional.en}` } };
  });

function show(c: Context<Env>, asked: AskedSurvey, values: Values = {}, trouble?: ReturnType<typeof refused>) {
  const { locale } = c.var;
  const { open, answered, closesAt, intro } = asked;
  const questions = marked(asked);
  const thanked = c.req.query("done") !== undefined && answered;
  const over = answered ? words[thanked ? "thanks" : "answered"] : open ? undefined : words.closed;
  const body = html`<div class="page page--form stack">
    <h1>${words.title[locale]}<span class="page__context">${say(asked.activity, locale)}</span></h1>
    ${
      over
        ? html`<div class="notice${answered ? " notice--success" : ""}" role="status"><p>${over[locale]}</p></div>
        <p><a class="button button--quiet" href="${here(c, "/activities/")}">${words.more[locale]}</a></p>`
        : html`${intro ? html`<p class="lead">${say(intro, locale)}</p>` : ""}
        <p class="notice">${fill(words.anonymous[locale], { until: formatTime(closesAt, locale) })}</p>
        ${form({
          locale,
          schema: answersTo(questions),
          fields: questions.map((question) => fieldOf(question, locale)),
          values,
          errors: trouble?.errors ?? [],
          refusal: trouble?.refusal,
          submit: words.submit[locale],
        })}`
    }
  </div>`;
  return page(c, words.title[locale], body, trouble?.status);
}

/** Where those who came answer, behind the secret link of their mail. */
export const surveyPages = new Hono<Env>()
  .get("/:token", describe({ summary: "The survey, for somebody who came", verb: seeSurvey, answers: "text/html" }), async (c) =>
    show(c, await seeSurvey(c.var.ctx, c.req.param())),
  )
  .post(
    "/:token",
    describe({ summary: "Answer a survey by the form", verb: answerSurvey, from: "form", status: 303 }),
    async (c) => {
      const { token } = c.req.param();
      const values = await posted(c);
      try {
        await answerSurvey(c.var.ctx, { token, answers: values as Parameters<typeof answerSurvey>[1]["answers"] });
        return c.redirect(here(c, `/forms/survey/${token}?done`), 303);
      } catch (error) {
        const trouble = refused(c, error);
        return show(c, await seeSurvey(c.var.ctx, { token }), values, trouble);
      }
    },
  );
