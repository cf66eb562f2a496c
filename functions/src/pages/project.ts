import { currentConsent } from "@lingxi/core/consent/schema";
import type { Words } from "@lingxi/core/platform/text";
import { submitProject } from "@lingxi/core/project";
import { SubmitProject } from "@lingxi/core/project/schema";
import { paths } from "@lingxi/core/publication/schema";
import { Hono } from "hono";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import { deskPage, toDesk } from "./desk.ts";
import { donePage, formPage, type PublicForm, submissionOf } from "./form-page.ts";
import { asPerson } from "./guard.ts";
import { one, posted, refused } from "./post.ts";
import { filledIn, projectFields } from "./project-fields.ts";
import { here } from "./shell.ts";

const projectForm: PublicForm = {
  name: "project",
  title: { "zh-CN": "提交项目", en: "Submit a project" },
  lead: {
    "zh-CN": "填写大约需要 15 分钟。主办方审核后挂牌，结果发到您的邮箱；审核期间可以随时修改或撤回。",
    en: "This takes about 15 minutes. The organiser reviews the project before it is listed and writes to you; until then you can change or withdraw it.",
  },
  submit: { "zh-CN": "提交审核", en: "Submit for review" },
  schema: SubmitProject,
  fields: (locale) => [
    ...projectFields(locale),
    { name: "email", as: "email", autocomplete: "email" },
    { name: "consent", as: "checkbox", sentence: currentConsent("project-listing").text[locale] },
  ],
};
const done = {
  title: { "zh-CN": "项目已收到", en: "We have your project" },
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
  path: paths.projects,
};
const thing: Words = { "zh-CN": "项目", en: "project" };

export const projectPages = new Hono<Env>()
  .get("/project", describe({ summary: "The form for a project", answers: "text/html" }), (c) =>
    formPage(c, projectForm, { hidden: { submission: submissionOf(c) } }),
  )
  .post(
    "/project",
    describe({ summary: "Submit a project by the form", verb: submitProject, from: "form", status: 303 }),
    async (c) => {
      const values = await posted(c);
      const submission = submissionOf(c, one(values.submission));
      try {
        await asPerson(c, "project", values);
        const input = {
          ...filledIn(values, c.var.locale),
          email: one(values.email) ?? "",
          consent: one(values.consent) as "yes",
          submission,
        };
        await submitProject(c.var.ctx, input);
        return c.redirect(here(c, "/forms/project/done"), 303);
      } catch (error) {
        return (
          toDesk(c, error, "project") ?? formPage(c, projectForm, { values, hidden: { submission }, trouble: refused(c, error) })
        );
      }
    },
  )
  .get("/project/done", describe({ summary: "What happens after a submission", answers: "text/html" }), (c) => donePage(c, done))
  .get("/project/desk/:number", describe({ summary: "The number for the reception desk", answers: "text/html" }), (c) =>
    deskPage(c, c.req.param("number"), thing),
  );
