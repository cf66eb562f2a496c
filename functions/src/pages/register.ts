import { type OpenForm, type RegisterAnswer, readActivity, readForm, register } from "@lingxi/core/activity";
import { type PublicActivity, Register, registrationConsent } from "@lingxi/core/activity/schema";
import { noticesConsent } from "@lingxi/core/consent/notices-schema";
import type { Locale } from "@lingxi/core/platform/schema";
import { fill, say } from "@lingxi/core/platform/text";
import { formatRange, formatTime } from "@lingxi/core/platform/time";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import { type Field, form, type Values } from "./form.ts";
import { asPerson, guardFields } from "./guard.ts";
import { one, posted, refused } from "./post.ts";
import { answersIn, questionFields } from "./questions.ts";
import { bands, words } from "./register-words.ts";
import { here, page } from "./shell.ts";

/** The ticket type, where there is a choice. */
export const ticketField = (locale: Locale, tickets: NonNullable<PublicActivity["tickets"]>): Field[] =>
  tickets.length > 1
    ? [
        {
          name: "ticket",
          as: "radios",
          options: tickets.map(({ id, name, availability, approval }) => ({
            value: id,
            label: `${say(name, locale)} · ${bands[availability][locale]}${approval ? ` · ${words.approval[locale]}` : ""}`,
          })),
        },
      ]
    : [];

/** What is asked of everybody. */
const fields = (
  locale: Locale,
  { tickets = [] }: Pick<PublicActivity, "tickets">,
  coded: boolean,
  questions: OpenForm["questions"],
): Field[] => [
  ...(coded ? [] : ticketField(locale, tickets)),
  ...(tickets.length || coded ? [{ name: "code" }] : []),
  ...personFields(locale, questionFields(questions, locale, tickets)),
  { name: "notices", as: "checkbox", sentence: `${words.optional[locale]}${noticesConsent.text[locale]}` },
];

/** Who it is, what the organiser asks, and the consent. */
export const personFields = (locale: Locale, asked: readonly Field[] = []): Field[] => [
  { name: "name", autocomplete: "name" },
  { name: "organisation", autocomplete: "organization" },
  { name: "email", as: "email", autocomplete: "email" },
  { name: "phone", as: "tel", autocomplete: "tel" },
  { name: "interest", as: "textarea", rows: 3 },
  ...asked,
  { name: "consent", as: "checkbox", sentence: registrationConsent.text[locale] },
];

async function show(c: Context<Env>, activityId: string, values: Values, trouble?: ReturnType<typeof refused>) {
  const { locale, ctx } = c.var;
  const [activity, asked] = await Promise.all([readActivity(ctx, { activityId }), readForm(ctx, { activityId })]);
  const title = say(activity.title, locale);
  const { availability, drawAt, draw, timeZone } = activity;
  const pool = draw && !draw.drawnAt && drawAt ? formatTime(drawAt, locale, timeZone) : "";
  const waiting = availability === "waiting-list";
  const early = availability === "soon" ? activity.registrationOpensAt : undefined;
  const coded = !early && Boolean(one(values.code));
  const open = waiting || coded || availability === "open" || availability === "few" || availability === "lottery";
  const notice = pool ? fill(words.pool[locale], { at: pool }) : waiting ? words.full[locale] : "";
  const body = html`<div class="page page--form stack">
    <h1>${words.title[locale]}<span class="page__context">${title}</span></h1>
    <p class="lead">${formatRange(activity.startsAt, activity.endsAt, locale, timeZone)} · ${say(activity.venue, locale)}</p>
    ${notice ? html`<p class="notice">${notice}</p>` : ""}
    ${open && asked.group > 1 ? html`<p><a href="${here(c, `/forms/register/group/${activityId}`)}">${fill(words.group[locale], { most: asked.group })}</a></p>` : ""}
    ${
      open
        ? form({
            locale,
            schema: Register,
            fields: fields(locale, activity, coded, asked.questions),
            hidden: { form: String(asked.number) },
            values,
            errors: trouble?.errors ?? [],
            refusal: trouble?.refusal,
            submit: words[pool ? "draw" : waiting ? "queue" : "submit"][locale],
            guard: guardFields(c, "register", values, trouble),
          })
        : html`<p class="notice notice--warning">${early ? fill(words.soon[locale], { at: formatTime(early, locale, timeZone) }) : words[availability === "full" ? "none" : "closed"][locale]}</p><p><a class="button" href="${here(c, "/activities/")}">${words.others[locale]}</a></p>`
    }
  </div>`;
  return page(c, `${words.title[locale]} · ${title}`, body, trouble?.status);
}

const isStatus = (text: string | undefined): text is RegisterAnswer["status"] =>
  text === "confirmed" || text === "waitlisted" || text === "offered" || text === "requested";

export const registerPages = new Hono<Env>()
  .get(
    "/register/:activityId",
    describe({ summary: "The registration form", verb: readActivity, answers: "text/html" }),
    async (c) => show(c, c.req.param("activityId"), { code: c.req.query("code")?.slice(0, 40) }),
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
          answers: answersIn(values),
          activityId,
          locale,
        } as Parameters<typeof register>[1];
        const { status } = await register(c.var.ctx, input);
        return c.redirect(here(c, `/forms/register/${activityId}/done?status=${status}`), 303);
      } catch (error) {
        return show(c, activityId, values, refused(c, error));
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
      <div class="notice notice--success" role="status"><p>${status === "taken-over" ? words.takeOverDone[locale] : `${isStatus(status) ? words[status === "waitlisted" && activity.availability === "lottery" ? "pooled" : status][locale] : ""}${words.mail[locale]}`}</p></div>
      <p><a class="button button--quiet" href="${here(c, `/activities/${activity.id}/`)}">${words.back[locale]}</a></p>
    </div>`;
      return page(c, words.done[locale], body);
    },
  );
