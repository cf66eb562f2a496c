import { type RegisterAnswer, readActivity, register } from "@lingxi/core/activity";
import { type PublicActivity, Register, registrationConsent } from "@lingxi/core/activity/schema";
import { say, type Words } from "@lingxi/core/platform/text";
import { formatRange } from "@lingxi/core/platform/time";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import { type Field, form, type Values } from "./form.ts";
import { asPerson, guardFields } from "./guard.ts";
import { one, posted, refused } from "./post.ts";
import { here, page } from "./shell.ts";

const words = {
  title: { "zh-CN": "报名", en: "Register" },
  submit: { "zh-CN": "提交报名", en: "Register" },
  queue: { "zh-CN": "加入候补", en: "Join the waiting list" },
  full: {
    "zh-CN": "名额已满。提交后您将进入候补名单，有名额空出时按先后顺序发邮件通知。",
    en: "All seats are taken. You can join the waiting list; when a seat becomes free we write to the next in line.",
  },
  closed: {
    "zh-CN": "本活动的报名已经截止或取消，不能再报名。",
    en: "Registration for this activity has closed or it was cancelled.",
  },
  others: { "zh-CN": "查看其他活动", en: "See other activities" },
  done: { "zh-CN": "报名已收到", en: "We have your registration" },
  confirmed: { "zh-CN": "名额已确认。", en: "Your seat is confirmed." },
  waitlisted: { "zh-CN": "名额已满，您已进入候补名单。", en: "All seats are taken; you are on the waiting list." },
  offered: { "zh-CN": "有一个名额正为您保留。", en: "A seat is being held for you." },
  mail: {
    "zh-CN":
      "确认邮件已发到您填写的邮箱，内有凭证和专属链接，可随时查看、修改或取消。几分钟内没有收到，请查看垃圾邮件，或检查邮箱后重新报名。",
    en: "A mail is on its way to the address you gave, with your ticket and a private link to see, change or cancel. If it does not come within minutes, look in the spam folder, or register again with the right address.",
  },
  back: { "zh-CN": "返回活动页面", en: "Back to the activity" },
} satisfies Record<string, Words>;

const fields = (locale: "zh-CN" | "en"): Field[] => [
  { name: "name", autocomplete: "name" },
  { name: "organisation", autocomplete: "organization" },
  { name: "email", as: "email", autocomplete: "email" },
  { name: "phone", as: "tel", autocomplete: "tel" },
  { name: "interest", as: "textarea", rows: 3 },
  { name: "consent", as: "checkbox", sentence: registrationConsent.text[locale] },
];

async function show(c: Context<Env>, activity: PublicActivity, values: Values, trouble?: ReturnType<typeof refused>) {
  const { locale } = c.var;
  const title = say(activity.title, locale);
  const waiting = activity.availability === "waiting-list";
  const open = waiting || activity.availability === "open" || activity.availability === "few";
  const body = html`<div class="page page--form stack">
    <h1>${words.title[locale]}<span class="page__context">${title}</span></h1>
    <p class="lead">${formatRange(activity.startsAt, activity.endsAt, locale, activity.timeZone)} · ${say(activity.venue, locale)}</p>
    ${waiting ? html`<p class="notice">${words.full[locale]}</p>` : ""}
    ${
      open
        ? form({
            locale,
            schema: Register,
            fields: fields(locale),
            values,
            errors: trouble?.errors ?? [],
            refusal: trouble?.refusal,
            submit: words[waiting ? "queue" : "submit"][locale],
            guard: guardFields(c, "register", values, trouble),
          })
        : html`<p class="notice notice--warning">${words.closed[locale]}</p><p><a class="button" href="${here(c, "/activities/")}">${words.others[locale]}</a></p>`
    }
  </div>`;
  return page(c, `${words.title[locale]} · ${title}`, body, trouble?.status);
}

const isStatus = (text: string | undefined): text is RegisterAnswer["status"] =>
  text === "confirmed" || text === "waitlisted" || text === "offered";

export const registerPages = new Hono<Env>()
  .get(
    "/register/:activityId",
    describe({ summary: "The registration form", verb: readActivity, answers: "text/html" }),
    async (c) => show(c, await readActivity(c.var.ctx, c.req.param()), {}),
  )
  .post(
    "/register/:activityId",
    describe({ summary: "Register by the form", verb: register, from: "form", status: 303 }),
    async (c) => {
      const { activityId } = c.req.param();
      const values = await posted(c);
      const { locale } = c.var;
      try {
        await asPerson(c, "register", values);
        const input = {
          ...Object.fromEntries(Object.entries(values).map(([k, v]) => [k, one(v)])),
          activityId,
          locale,
        } as Parameters<typeof register>[1];
        const { status } = await register(c.var.ctx, input);
        return c.redirect(here(c, `/forms/register/${activityId}/done?status=${status}`), 303);
      } catch (error) {
        const trouble = refused(c, error);
        return show(c, await readActivity(c.var.ctx, { activityId }), values, trouble);
      }
    },
  )
  .get(
    "/register/:activityId/done",
    describe({ summary: "What happens after a registration", answers: "text/html" }),
    async (c) => {
      const { locale } = c.var;
      const activity = await readActivity(c.var.ctx, c.req.param());
      const status = c.req.query("status");
      const body = html`<div class="page page--form stack">
      <h1>${words.done[locale]}<span class="page__context">${say(activity.title, locale)}</span></h1>
      <div class="notice notice--success" role="status"><p>${isStatus(status) ? words[status][locale] : ""}${words.mail[locale]}</p></div>
      <p><a class="button button--quiet" href="${here(c, `/activities/${activity.id}/`)}">${words.back[locale]}</a></p>
    </div>`;
      return page(c, words.done[locale], body);
    },
  );
