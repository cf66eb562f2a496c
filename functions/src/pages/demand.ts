import { currentConsent } from "@lingxi/core/consent/schema";
import { submitDemand } from "@lingxi/core/demand";
import { demandNotes, SubmitDemand } from "@lingxi/core/demand/schema";
import type { Words } from "@lingxi/core/platform/text";
import { dayOf } from "@lingxi/core/platform/time";
import { paths } from "@lingxi/core/publication/schema";
import { type Context, Hono } from "hono";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import { demandFields, demandIn } from "./demand-fields.ts";
import { deskPage, toDesk } from "./desk.ts";
import { donePage, formPage, type PublicForm, submissionOf } from "./form-page.ts";
import { asPerson } from "./guard.ts";
import { one, posted, refused } from "./post.ts";
import { here } from "./shell.ts";

const demandForm = (c: Context<Env>): PublicForm => ({
  name: "demand",
  title: { "zh-CN": "发布需求", en: "Publish a need" },
  lead: {
    "zh-CN":
      "填写大约需要 10 分钟。主办方审核后公开，结果发到您的邮箱；审核期间可以随时修改或撤回。公开后，系统持续与新的供给比对，有可能相符的每天最多发一封邮件告诉您，可以随时关闭。",
    en: "This takes about 10 minutes. The organiser reviews the need before it is listed and writes to you; until then you can change or withdraw it. Once listed it is compared with what comes on offer: when something may fit we write to you, at most once a day, until you switch that off.",
  },
  submit: { "zh-CN": "提交审核", en: "Submit for review" },
  schema: SubmitDemand,
  fields: (locale) => [
    ...demandFields(locale, dayOf(c.var.ctx.now())),
    { name: "email", as: "email", autocomplete: "email" },
    { name: "consent", as: "checkbox", sentence: currentConsent("demand-listing").text[locale] },
  ],
});
const done = {
  title: { "zh-CN": "需求已收到", en: "We have your need" },
  next: {
    "zh-CN":
      "确认邮件已发到您填写的邮箱，内有专属链接，可查看审核进展、修改或撤回。几分钟内没有收到，请查看垃圾邮件，或检查邮箱后重新提交。",
    en: "A mail is on its way to the address you gave, with a private link to follow the review, to change or to withdraw. If it does not come within minutes, look in the spam folder, or submit again with the right address.",
  },
  steps: {
    "zh-CN": "接下来：主办方审核，可能请您修改；通过后需求公开，有合适的技术时与您联系，并发邮件告诉您每一步。",
    en: "What happens next: the organiser reviews it and may ask for changes; once accepted it is listed, and we contact you when there is a fitting technology.",
  },
  back: { "zh-CN": "查看需求", en: "See the needs" },
  path: paths.demands,
};
const thing: Words = { "zh-CN": "需求", en: "need" };

export const demandPages = new Hono<Env>()
  .get("/demand", describe({ summary: "The form for a need", answers: "text/html" }), (c) =>
    formPage(c, demandForm(c), { hidden: { submission: submissionOf(c) } }),
  )
  .post(
    "/demand",
    describe({ summary: "Publish a need by the form", verb: submitDemand, from: "form", status: 303 }),
    async (c) => {
      const values = await posted(c);
      const submission = submissionOf(c, one(values.submission));
      try {
        await asPerson(c, "demand", values);
        const { notes } = await submitDemand(c.var.ctx, {
          ...demandIn(values, c.var.locale),
          email: one(values.email) ?? "",
          consent: one(values.consent) as "yes",
          submission,
        });
        const query = new URLSearchParams(notes.map((note) => ["note", note])).toString();
        return c.redirect(here(c, `/forms/demand/done${query && `?${query}`}`), 303);
      } catch (error) {
        const state = { values, hidden: { submission } };
        return toDesk(c, error, "demand") ?? formPage(c, demandForm(c), { ...state, trouble: refused(c, error) });
      }
    },
  )
  .get("/demand/done", describe({ summary: "What happens after a submission", answers: "text/html" }), (c) => {
    const asked = c.req.queries("note") ?? [];
    const notes = Object.entries(demandNotes).flatMap(([note, words]) => (asked.includes(note) ? [words] : []));
    return donePage(c, { ...done, notes });
  })
  .get("/demand/desk/:number", describe({ summary: "The number for the reception desk", answers: "text/html" }), (c) =>
    deskPage(c, c.req.param("number"), thing),
  );
