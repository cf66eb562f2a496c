import {
  acceptOffer,
  cancelRegistration,
  changeRegistration,
  type OwnRegistration,
  seeRegistration,
} from "@lingxi/core/activity";
import { Register, type RegistrationStatus } from "@lingxi/core/activity/schema";
import { answerText } from "@lingxi/core/form/reading-schema";
import type { Locale } from "@lingxi/core/platform/schema";
import { fill, say, type Words } from "@lingxi/core/platform/text";
import { formatRange, formatTime } from "@lingxi/core/platform/time";
import { chainById } from "@lingxi/core/taxonomy";
import { type Context, Hono } from "hono";
import { html, raw } from "hono/html";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import { type Field, form, type Values } from "./form.ts";
import { words as groupWords } from "./group-words.ts";
import { groupPart, groupSteps as stepsOfGroup } from "./my-group.ts";
import { words } from "./my-words.ts";
import { allOfMine, baseOf } from "./own-page.ts";
import { one, posted, refused } from "./post.ts";
import { answersIn, answerValues, questionFields } from "./questions.ts";
import { here, page } from "./shell.ts";

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
  requested: "",
  refused: "notice--warning",
  cancelled: "",
};

/** What became of the registration, in a sentence. */
function told({ activity, registration: r }: OwnRegistration, locale: Locale, until: string): string {
  const { status, pooled, lot, remark = "", id } = r;
  if (status === "cancelled" && r.cancelledBecause === "offer-expired") return words.expired[locale];
  const at = activity.drawAt ? formatTime(activity.drawAt, locale, activity.timeZone) : "";
  if (status === "waitlisted" && pooled && !lot) return fill(words.pooled[locale], { at, id });
  return fill(words[status][locale], { until, remark });
}

/** Which quotas keep somebody waiting, where there is more than one. */
function waitsFor({ activity, waitsFor: full = [] }: OwnRegistration, locale: Locale) {
  if (!activity.quotas?.length || full.length === 0) return "";
  const name = (id: string) => {
    const quota = activity.quotas?.find((q) => q.id === id);
    return quota ? say(quota.name, locale) : words.whole[locale];
  };
  return html`<p>${fill(words.full[locale], { quotas: full.map(name).join(locale === "en" ? ", " : "、") })}</p>`;
}

/** What can be changed: who it is, and the answers while registration is open. */
const fieldsOf = ({ form: asked, registration }: OwnRegistration, locale: Locale): Field[] => [
  ...fields,
  ...(asked?.open ? questionFields(asked.questions, locale, [], registration.ticket ?? "") : []),
];

/** What was answered, once it cannot be changed any more. */
const said = ({ form: asked, registration: { answers = {} } }: OwnRegistration, locale: Locale) =>
  asked && !asked.open
    ? asked.questions.flatMap((question) => {
        const text = answerText(question, answers[question.id], locale, (id) => chainById[id]?.name[locale] ?? id);
        return text ? [html`<div><dt>${say(question.label, locale)}</dt><dd>${text}</dd></div>`] : [];
      })
    : [];

type Trouble = ReturnType<typeof refused>;

async function show(
  c: Context<Env>,
  own: OwnRegistration,
  values?: Values,
  trouble?: Trouble,
  wrong?: Parameters<typeof groupPart>[3],
) {
  const { locale } = c.var;
  const { activity, registration: r } = own;
  const { status } = r;
  const code = own.ticket ? (await import("uqr")).renderSVG(own.ticket, { border: 2 }) : "";
  const until = r.offerExpiresAt ? formatTime(r.offerExpiresAt, locale, activity.timeZone) : "";
  const base = baseOf(c);
  const button = (action: string, text: string, quiet = "") =>
    html`<form method="post" action="${base}/${action}"><button class="button${quiet}" type="submit">${text}</button></form>`;
  /** To what else the same link opens. */
  const lead = (to: string, text: Words) =>
    html`<p><a class="button button--quiet" href="${here(c, `/my/${to}/${c.req.path.split("/registrations/")[1]}`)}">${text[locale]}</a></p>`;
  const kind = activity.tickets?.find(({ id }) => id === r.ticket);
  const leaving = status === "waitlisted";
  const closed = status === "cancelled" || status === "refused";
  const ending = own.group
    ? { title: groupWords.cancelAll, sure: groupWords.cancelAllSure }
    : { title: words[leaving ? "leave" : "cancel"], sure: words[leaving ? "leaveSure" : "sure"] };
  const body = html`<div class="page page--form stack">
    <h1>${words.title[locale]}<span class="page__context">${say(activity.title, locale)}</span></h1>
    ${c.req.query("saved") ? html`<p class="notice notice--success" role="status">${words.saved[locale]}</p>` : ""}
    ${trouble?.refusal && closed ? html`<p class="notice notice--error" role="alert">${trouble.refusal}</p>` : ""}
    <div class="notice ${tone[status]}"><p>${told(own, locale, until)}${own.position ? html` <strong>${words.position[locale].replace("{n}", String(own.position))}</strong>` : ""}</p>${waitsFor(own, locale)}${own.party ? html`<p>${fill(groupWords.party[locale], { n: own.party })}</p>` : ""}</div>
    ${code ? html`<figure class="ticket">${raw(code)}<figcaption>${words.code[locale]}: <code>${r.id}</code></figcaption></figure>` : ""}
    ${status === "confirmed" && activity.availability === "past" ? lead("certificates", words.certificate) : ""}
    ${status === "confirmed" && activity.kind === "matchmaking" ? lead("meetings", words.meetings) : ""}
    ${status === "offered" ? html`<div class="actions">${button("accept", words.accept[locale])}${button("cancel", words.decline[locale], " button--quiet")}</div>` : ""}
    ${status === "cancelled" ? html`<p><a class="button" href="${here(c, `/forms/register/${activity.id}`)}">${words.again[locale]}</a></p>` : ""}
    <dl class="facts">
      ${kind ? html`<div><dt>${words.ticket[locale]}</dt><dd>${say(kind.name, locale)}</dd></div>` : ""}
      ${r.lot ? html`<div><dt>${words.lot[locale]}</dt><dd><code>${r.lot.slice(0, 12)}</code>${activity.draw?.seed ? html`<br><small>${fill(words.lotHow[locale], { seed: activity.draw.seed, id: r.id, commitment: activity.draw.commitment })}</small>` : ""}</dd></div>` : ""}
      <div><dt>${words.time[locale]}</dt><dd>${formatRange(activity.startsAt, activity.endsAt, locale, activity.timeZone)}</dd></div>
      <div><dt>${words.venue[locale]}</dt><dd>${say(activity.venue, locale)}</dd></div>
      ${said(own, locale)}
      ${own.online?.link ? html`<div><dt>${words.online[locale]}</dt><dd><a class="break" href="${own.online.link}" rel="noopener noreferrer">${own.online.link}</a></dd></div>` : ""}
      ${own.online?.note ? html`<div><dt>${words.onlineNote[locale]}</dt><dd>${own.online.note}</dd></div>` : ""}
      <div><dt>${words.email[locale]}</dt><dd>${r.email}</dd></div>
      <div><dt>${words.consent[locale]}</dt><dd>${words.consentAt[locale].replace("{at}", formatTime(r.consent.at, locale, activity.timeZone)).replace("{version}", r.consent.version)}</dd></div>
    </dl>
    ${groupPart(c, own, base, wrong)}
    ${
      closed
        ? ""
        : html`<details${trouble ? html` open` : ""}><summary>${words.change[locale]}</summary>${form({
            locale,
            schema: Register,
            fields: fieldsOf(own, locale),
            values: values ?? {
              ...{ name: r.name, organisation: r.organisation, phone: r.phone, interest: r.interest },
              ...answerValues(r.answers),
            },
            errors: trouble?.errors ?? [],
            refusal: trouble?.refusal,
            submit: words.save[locale],
            hidden: {
              version: String(values ? (one(values.version) ?? own.version) : own.version),
              ...(own.form?.open ? { asked: "yes" } : {}),
            },
          })}</details>
          ${own.transfer ? html`<details><summary>${words.transfer[locale]}</summary><p>${words.transferText[locale]}</p><p><a class="break" href="${here(c, `/forms/register/take-over/${own.transfer}`)}">${c.var.ctx.origin}${here(c, `/forms/register/take-over/${own.transfer}`)}</a></p></details>` : ""}
          ${status === "offered" ? "" : html`<details><summary>${ending.title[locale]}</summary><p>${ending.sure[locale]}</p>${button("cancel", ending.title[locale], " button--danger")}</details>`}`
    }
    ${allOfMine(c)}
  </div>`;
  return page(c, words.title[locale], body, (trouble ?? wrong?.trouble)?.status);
}

const open = async (c: Context<Env, "/registrations/:token">) => seeRegistration(c.var.ctx, { token: c.req.param("token") });
const back = (c: Context<Env, "/registrations/:token">, saved = false) =>
  c.redirect(here(c, `/my/registrations/${c.req.param("token")}${saved ? "?saved=1" : ""}`), 303);

const groupSteps = stepsOfGroup(async (c, token, wrong) =>
  show(c, await seeRegistration(c.var.ctx, { token }), undefined, undefined, wrong),
);

/** Pages behind secret links. Every GET only reads, since mail scanners follow links. */
export const myPages = new Hono<Env>()
  .route("/", groupSteps)
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
          ...(text("asked") ? { answers: answersIn(values) } : {}),
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
