import { currentConsent } from "@lingxi/core/consent/schema";
import type { Locale, Words } from "@lingxi/core/platform/text";
import { paths } from "@lingxi/core/publication/schema";
import { applyTalent } from "@lingxi/core/talent";
import { ApplyTalent } from "@lingxi/core/talent/schema";
import { Hono } from "hono";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import type { Field, Values } from "./form.ts";
import { donePage, formPage, type PublicForm } from "./form-page.ts";
import { asPerson } from "./guard.ts";
import { chainOptions } from "./options.ts";
import { many, one, posted, refused } from "./post.ts";
import { here } from "./shell.ts";

const optional: Words = { "zh-CN": "（选填）", en: "Optional: " };

/** The questions about the person. */
export const talentFields = (locale: Locale): Field[] => [
  { name: "name", autocomplete: "name" },
  { name: "organisation", autocomplete: "organization" },
  { name: "title", autocomplete: "organization-title" },
  { name: "expertise" },
  { name: "chains", as: "checkboxes", options: chainOptions(locale) },
  { name: "introduction", as: "textarea", rows: 5 },
  { name: "phone", as: "tel", autocomplete: "tel" },
];

const talentForm: PublicForm = {
  name: "talent",
  title: { "zh-CN": "加入人才库", en: "Join the talent pool" },
  lead: {
    "zh-CN": "填写大约需要 5 分钟。主办方审核后入库，结果发到您的邮箱。是否公开由您决定，随时可以退出。",
    en: "This takes about 5 minutes. The organiser reviews your application and writes to you. Whether your profile is public is up to you, and you can leave at any time.",
  },
  submit: { "zh-CN": "提交申请", en: "Apply" },
  schema: ApplyTalent,
  fields: (locale) => [
    ...talentFields(locale),
    { name: "email", as: "email", autocomplete: "email" },
    { name: "pool", as: "checkbox", sentence: currentConsent("talent-pool").text[locale] },
    { name: "profile", as: "checkbox", sentence: optional[locale] + currentConsent("talent-profile").text[locale] },
    { name: "exchange", as: "checkbox", sentence: optional[locale] + currentConsent("talent-exchange").text[locale] },
    { name: "notices", as: "checkbox", sentence: optional[locale] + currentConsent("event-notices").text[locale] },
  ],
};
const done = {
  title: { "zh-CN": "申请已收到", en: "We have your application" },
  next: {
    "zh-CN":
      "邮件已发到您填写的邮箱，内有专属链接，可查看、修改、选择是否公开，或退出。几分钟内没有收到，请查看垃圾邮件，或检查邮箱后重新申请。",
    en: "A mail is on its way to the address you gave, with a private link to see or change your application, to choose whether it is public, or to leave. If it does not come within minutes, look in the spam folder, or apply again with the right address.",
  },
  steps: {
    "zh-CN": "接下来：主办方审核申请，并发邮件告诉您结果。",
    en: "What happens next: the organiser reviews your application and writes to you about the result.",
  },
  back: { "zh-CN": "查看人才库", en: "See the talent pool" },
  path: paths.talents,
};

/** What a form sent about the person, as the verbs take it. */
export const personIn = (values: Values, locale: Locale) => ({
  name: one(values.name) ?? "",
  organisation: one(values.organisation) ?? "",
  title: one(values.title) ?? "",
  expertise: one(values.expertise) ?? "",
  chains: many(values.chains),
  introduction: one(values.introduction) ?? "",
  phone: one(values.phone) ?? "",
  locale,
});

export const talentPages = new Hono<Env>()
  .get("/talent", describe({ summary: "The form for the talent pool", answers: "text/html" }), (c) => formPage(c, talentForm))
  .post("/talent", describe({ summary: "Apply by the form", verb: applyTalent, from: "form", status: 303 }), async (c) => {
    const values = await posted(c);
    const ticked = (name: string) => (one(values[name]) || undefined) as "yes" | undefined;
    try {
      await asPerson(c, "talent", values);
      await applyTalent(c.var.ctx, {
        ...personIn(values, c.var.locale),
        email: one(values.email) ?? "",
        pool: ticked("pool") as "yes",
        profile: ticked("profile"),
        exchange: ticked("exchange"),
      });
      return c.redirect(here(c, "/forms/talent/done"), 303);
    } catch (error) {
      return formPage(c, talentForm, { values, trouble: refused(c, error) });
    }
  })
  .get("/talent/done", describe({ summary: "What happens after an application", answers: "text/html" }), (c) =>
    donePage(c, done),
  );
