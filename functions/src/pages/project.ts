import { currentConsent } from "@lingxi/core/consent/schema";
import { DomainError } from "@lingxi/core/platform/error";
import type { Words } from "@lingxi/core/platform/text";
import { submitProject } from "@lingxi/core/project";
import { SubmitProject, stateSecret } from "@lingxi/core/project/schema";
import { paths } from "@lingxi/core/publication/schema";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { describe } from "../api/describe.ts";
import { notFound } from "../api/middleware/errors.ts";
import type { Env } from "../api/types.ts";
import { type Field, form, type Values } from "./form.ts";
import { one, posted, refused } from "./post.ts";
import { filledIn, projectFields } from "./project-fields.ts";
import { here, page } from "./shell.ts";

const words = {
  title: { "zh-CN": "提交项目", en: "Submit a project" },
  lead: {
    "zh-CN": "填写大约需要 15 分钟。主办方审核后挂牌，结果发到您的邮箱；审核期间可以随时修改或撤回。",
    en: "This takes about 15 minutes. The organiser reviews the project before it is listed and writes to you; until then you can change or withdraw it.",
  },
  submit: { "zh-CN": "提交审核", en: "Submit for review" },
  done: { "zh-CN": "项目已收到", en: "We have your project" },
  next: {
    "zh-CN":
      "确认邮件已发到您填写的邮箱，内有专属链接，可查看审核进展、修改或撤回。几分钟内没有收到，请查看垃圾邮件，或检查邮箱后重新提交。",
    en: "A mail is on its way to the address you gave, with a private link to follow the review, to change or to withdraw. If it does not come within minutes, look in the spam folder, or submit again with the right address.",
  },
  steps: {
    "zh-CN": "接下来：主办方审核，可能请您修改；通过后项目公开挂牌，并发邮件告诉您。",
    en: "What happens next: the organiser reviews it and may ask for changes; once accepted it is listed, and we write to you.",
  },
  back: { "zh-CN": "查看挂牌项目", en: "See the listed projects" },
  home: { "zh-CN": "回到首页", en: "Go to the home page" },
  desk: { "zh-CN": "请到线下受理窗口办理", en: "Please come to the reception desk" },
  number: { "zh-CN": "受理编号", en: "Reception number" },
  deskText: {
    "zh-CN": "涉密项目不得在本系统填写。您刚才提交的内容没有保存，连同这个编号也不会留在系统里。",
    en: "State secrets must not be entered here. Nothing of what you sent was kept, and neither is this number.",
  },
  deskNext: {
    "zh-CN": "请记下编号，凭编号到主办方的线下受理窗口，由专人按保密规定办理。请不要用邮件或电话说明项目内容。",
    en: "Write the number down and take it to the organiser's reception desk, where the matter is handled by the rules for secrets. Do not describe the project by mail or telephone.",
  },
} satisfies Record<string, Words>;

const fields = (locale: "zh-CN" | "en"): Field[] => [
  ...projectFields(locale),
  { name: "email", as: "email", autocomplete: "email" },
  { name: "consent", as: "checkbox", sentence: currentConsent("project-listing").text[locale] },
];

async function show(c: Context<Env>, values: Values, submission: string, trouble?: ReturnType<typeof refused>) {
  const { locale } = c.var;
  const body = html`<div class="page page--form stack">
    <h1>${words.title[locale]}</h1>
    <p class="lead">${words.lead[locale]}</p>
    ${form({
      locale,
      schema: SubmitProject,
      fields: fields(locale),
      values,
      errors: trouble?.errors ?? [],
      refusal: trouble?.refusal,
      submit: words.submit[locale],
      hidden: { submission },
    })}
  </div>`;
  return page(c, words.title[locale], body, trouble?.status);
}

const newSubmission = (c: Context<Env>) => c.var.ctx.newId("sub").slice(4);
/** The one that the form was made with; a missing or mangled one is replaced. */
const submissionOf = (c: Context<Env>, sent: string | undefined) =>
  sent && SubmitProject.shape.submission.safeParse(sent).success ? sent : newSubmission(c);
const number = /^LX-\d{8}-[2-9A-Z]{4}$/;

/** Where somebody is sent who says 涉密; undefined for any other refusal. By a redirect, so that a reload does not send the texts again. */
export function toDesk(c: Context<Env>, error: unknown): Response | undefined {
  if (!(error instanceof DomainError) || error.reason !== stateSecret.reason) return undefined;
  return c.redirect(here(c, `/forms/project/desk/${error.params.number}`), 303);
}

export const projectPages = new Hono<Env>()
  .get("/project", describe({ summary: "The form for a project", answers: "text/html" }), (c) => show(c, {}, newSubmission(c)))
  .post(
    "/project",
    describe({ summary: "Submit a project by the form", verb: submitProject, from: "form", status: 303 }),
    async (c) => {
      const values = await posted(c);
      const submission = submissionOf(c, one(values.submission));
      try {
        const input = {
          ...filledIn(values, c.var.locale),
          email: one(values.email) ?? "",
          consent: one(values.consent) as "yes",
          submission,
        };
        await submitProject(c.var.ctx, input);
        return c.redirect(here(c, "/forms/project/done"), 303);
      } catch (error) {
        return toDesk(c, error) ?? show(c, values, submission, refused(c, error));
      }
    },
  )
  .get("/project/done", describe({ summary: "What happens after a submission", answers: "text/html" }), (c) => {
    const { locale } = c.var;
    const body = html`<div class="page page--form stack">
      <h1>${words.done[locale]}</h1>
      <div class="notice notice--success" role="status"><p>${words.next[locale]}</p></div>
      <p>${words.steps[locale]}</p>
      <p><a class="button button--quiet" href="${here(c, paths.projects)}">${words.back[locale]}</a></p>
    </div>`;
    return page(c, words.done[locale], body);
  })
  .get("/project/desk/:number", describe({ summary: "The number for the reception desk", answers: "text/html" }), (c) => {
    const { locale } = c.var;
    const given = c.req.param("number");
    if (!number.test(given)) throw notFound();
    const body = html`<div class="page page--form stack">
      <h1>${words.desk[locale]}</h1>
      <div class="notice notice--warning" role="alert"><p>${words.deskText[locale]}</p></div>
      <dl class="facts"><div><dt>${words.number[locale]}</dt><dd><strong><code>${given}</code></strong></dd></div></dl>
      <p>${words.deskNext[locale]}</p>
      <p><a class="button button--quiet" href="${here(c, paths.home)}">${words.home[locale]}</a></p>
    </div>`;
    return page(c, words.desk[locale], body);
  });
