import {
  acceptOffer,
  cancelRegistration,
  changeRegistration,
  type OwnRegistration,
  seeRegistration,
} from "@lingxi/core/activity";
import { Register, type RegistrationStatus } from "@lingxi/core/activity/schema";
import { say, type Words } from "@lingxi/core/platform/text";
import { formatRange, formatTime } from "@lingxi/core/platform/time";
import { type Context, Hono } from "hono";
import { html, raw } from "hono/html";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import { type Field, form, type Values } from "./form.ts";
import { allOfMine } from "./own-page.ts";
import { one, posted, refused } from "./post.ts";
import { here, page } from "./shell.ts";

const words = {
  title: { "zh-CN": "我的报名", en: "Your registration" },
  confirmed: { "zh-CN": "名额已确认。请在现场出示二维码签到。", en: "Your seat is confirmed. Please show the code at the door." },
  waitlisted: {
    "zh-CN": "您在候补名单中。有名额空出时按先后顺序发邮件通知您。",
    en: "You are on the waiting list. When a seat becomes free, we write to the next in line.",
  },
  position: { "zh-CN": "当前排位：第 {n} 位", en: "Your position: {n}" },
  offered: { "zh-CN": "有一个名额为您保留到 {until}。", en: "A seat is held for you until {until}." },
  cancelled: {
    "zh-CN": "这份报名已经取消。如需参加，请重新报名。",
    en: "This registration was cancelled. Register again if you want to come.",
  },
  expired: {
    "zh-CN": "为您保留的名额已过确认时间，已让给下一位。",
    en: "The seat that was held for you has gone to the next person.",
  },
  accept: { "zh-CN": "确认参加", en: "Accept the seat" },
  decline: { "zh-CN": "放弃名额", en: "Decline" },
  cancel: { "zh-CN": "取消报名", en: "Cancel my registration" },
  sure: {
    "zh-CN": "取消后名额会立即让给候补的下一位，不能撤回。",
    en: "The seat goes to the next person at once; this cannot be undone.",
  },
  again: { "zh-CN": "重新报名", en: "Register again" },
  change: { "zh-CN": "修改信息", en: "Change your details" },
  save: { "zh-CN": "保存修改", en: "Save" },
  saved: { "zh-CN": "修改已保存。", en: "Your changes are saved." },
  code: { "zh-CN": "凭证号", en: "Ticket" },
  time: { "zh-CN": "时间", en: "When" },
  venue: { "zh-CN": "地点", en: "Where" },
  email: { "zh-CN": "邮箱", en: "E-mail" },
  consent: { "zh-CN": "信息使用同意", en: "Consent" },
  consentAt: { "zh-CN": "{at} 同意（文本版本 {version}）", en: "given {at} (text version {version})" },
} satisfies Record<string, Words>;

const fields: Field[] = [
  { name: "name", autocomplete: "name" },
  { name: "organisation", autocomplete: "organization" },
  { name: "phone", as: "tel", autocomplete: "tel" },
  { name: "interest", as: "textarea", rows: 3 },
];

const tone: Readonly<Record<RegistrationStatus, string>> = {
  confirmed: "notice--success",
  waitlisted: "",
  offered: "notice--warning",
  cancelled: "",
};

async function show(c: Context<Env>, own: OwnRegistration, values?: Values, trouble?: ReturnType<typeof refused>) {
  const { locale } = c.var;
  const { activity, registration: r } = own;
  const { status } = r;
  const code = own.ticket ? (await import("uqr")).renderSVG(own.ticket, { border: 2 }) : "";
  const until = r.offerExpiresAt ? formatTime(r.offerExpiresAt, locale, activity.timeZone) : "";
  const told = status === "cancelled" && r.cancelledBecause === "offer-expired" ? words.expired : words[status];
  const button = (action: string, text: string, quiet = "") =>
    html`<form method="post" action="${c.req.path.replace(/\/(accept|cancel)$/, "")}/${action}"><button class="button${quiet}" type="submit">${text}</button></form>`;
  const body = html`<div class="page page--form stack">
    <h1>${words.title[locale]}<span class="page__context">${say(activity.title, locale)}</span></h1>
    ${c.req.query("saved") ? html`<p class="notice notice--success" role="status">${words.saved[locale]}</p>` : ""}
    ${trouble?.refusal && status === "cancelled" ? html`<p class="notice notice--error" role="alert">${trouble.refusal}</p>` : ""}
    <div class="notice ${tone[status]}"><p>${told[locale].replace("{until}", until)}${own.position ? html` <strong>${words.position[locale].replace("{n}", String(own.position))}</strong>` : ""}</p></div>
    ${code ? html`<figure class="ticket">${raw(code)}<figcaption>${words.code[locale]}: <code>${r.id}</code></figcaption></figure>` : ""}
    ${status === "offered" ? html`<div class="actions">${button("accept", words.accept[locale])}${button("cancel", words.decline[locale], " button--quiet")}</div>` : ""}
    ${status === "cancelled" ? html`<p><a class="button" href="${here(c, `/forms/register/${activity.id}`)}">${words.again[locale]}</a></p>` : ""}
    <dl class="facts">
      <div><dt>${words.time[locale]}</dt><dd>${formatRange(activity.startsAt, activity.endsAt, locale, activity.timeZone)}</dd></div>
      <div><dt>${words.venue[locale]}</dt><dd>${say(activity.venue, locale)}</dd></div>
      <div><dt>${words.email[locale]}</dt><dd>${r.email}</dd></div>
      <div><dt>${words.consent[locale]}</dt><dd>${words.consentAt[locale].replace("{at}", formatTime(r.consent.at, locale, activity.timeZone)).replace("{version}", r.consent.version)}</dd></div>
    </dl>
    ${
      status === "cancelled"
        ? ""
        : html`<details${trouble ? html` open` : ""}><summary>${words.change[locale]}</summary>${form({
            locale,
            schema: Register,
            fields,
            values: values ?? { name: r.name, organisation: r.organisation, phone: r.phone, interest: r.interest },
            errors: trouble?.errors ?? [],
            refusal: trouble?.refusal,
            submit: words.save[locale],
            hidden: { version: String(values ? (one(values.version) ?? own.version) : own.version) },
          })}</details>
          ${status === "offered" ? "" : html`<details><summary>${words.cancel[locale]}</summary><p>${words.sure[locale]}</p>${button("cancel", words.cancel[locale], " button--danger")}</details>`}`
    }
    ${allOfMine(c)}
  </div>`;
  return page(c, words.title[locale], body, trouble?.status);
}

const open = async (c: Context<Env, "/registrations/:token">) => seeRegistration(c.var.ctx, { token: c.req.param("token") });
const back = (c: Context<Env, "/registrations/:token">, saved = false) =>
  c.redirect(here(c, `/my/registrations/${c.req.param("token")}${saved ? "?saved=1" : ""}`), 303);

/** Pages behind secret links. Every GET only reads, since mail scanners follow links. */
export const myPages = new Hono<Env>()
  .get(
    "/registrations/:token",
    describe({ summary: "The page of one registration", verb: seeRegistration, answers: "text/html" }),
    async (c) => show(c, await open(c)),
  )
  .post(
    "/registrations/:token",
    describe({ summary: "Change it by the form", verb: changeRegistration, from: "form", status: 303 }),
    async (c) => {
      const values = await posted(c);
      const text = (name: string) => one(values[name]) ?? "";
      try {
        const input = {
          token: c.req.param("token"),
          version: text("version"),
          name: text("name"),
          organisation: text("organisation"),
          phone: text("phone"),
          interest: text("interest"),
          locale: c.var.locale,
        };
        await changeRegistration(c.var.ctx, input);
        return back(c, true);
      } catch (error) {
        const trouble = refused(c, error);
        return show(c, await open(c), values, trouble);
      }
    },
  )
  .post(
    "/registrations/:token/accept",
    describe({ summary: "Accept the seat by the button", verb: acceptOffer, from: "form", status: 303 }),
    async (c) => {
      try {
        await acceptOffer(c.var.ctx, c.req.param());
        return back(c);
      } catch (error) {
        const trouble = refused(c, error);
        return show(c, await open(c as unknown as Context<Env, "/registrations/:token">), undefined, trouble);
      }
    },
  )
  .post(
    "/registrations/:token/cancel",
    describe({ summary: "Cancel by the button", verb: cancelRegistration, from: "form", status: 303 }),
    async (c) => {
      await cancelRegistration(c.var.ctx, c.req.param());
      return back(c as unknown as Context<Env, "/registrations/:token">);
    },
  );
