import type { AgendaRow, Between, OwnMeetings } from "@lingxi/core/meeting";
import { meetingConsent, Profile } from "@lingxi/core/meeting/schema";
import { fill, type Locale, say, type Words } from "@lingxi/core/platform/text";
import { formatRange, formatTime } from "@lingxi/core/platform/time";
import type { Context } from "hono";
import { html } from "hono/html";
import type { Env } from "../api/types.ts";
import { type Field, form, type Values } from "../pages/form.ts";
import { chainOptions } from "../pages/options.ts";
import type { Trouble } from "../pages/own-page.ts";
import { statusTone, statusWords, words } from "./words.ts";

type Page = Context<Env>;

export interface Drawing {
  readonly c: Page;
  /** Without its steps. */
  readonly base: string;
  readonly own: OwnMeetings;
}

/** A step as a button of its own: nothing happens by a link. */
export const step = (base: string, name: string, text: string, fields: Readonly<Record<string, string>>, look = "") =>
  html`<form method="post" action="${base}/${name}" class="inline-form">${Object.entries(fields).map(([key, value]) => html`<input type="hidden" name="${key}" value="${value}">`)}<button class="button button--small${look}" type="submit">${text}</button></form>`;

export const tag = (status: Between["status"], locale: Locale) =>
  html`<span class="tag${statusTone[status]}">${statusWords[status][locale]}</span>`;

/** Somebody as others see them. */
export const personText = ({ brings, seeks }: Pick<Between, "brings" | "seeks">, locale: Locale) =>
  html`<p><strong>${words.brings[locale]}</strong> ${brings}</p>${seeks ? html`<p><strong>${words.seeks[locale]}</strong> ${seeks}</p>` : ""}`;

const fieldsOf = ({ own }: Drawing, locale: Locale): Field[] => [
  { name: "brings", as: "textarea", rows: 3 },
  { name: "seeks", as: "textarea", rows: 3 },
  { name: "chains", as: "checkboxes", options: chainOptions(locale) },
  {
    name: "times",
    as: "checkboxes",
    options: own.slots.map(({ startsAt, endsAt }) => ({
      value: startsAt,
      label: formatRange(startsAt, endsAt, locale, own.activity.timeZone),
    })),
  },
  { name: "onBoard", as: "checkbox", sentence: words.board[locale] },
  { name: "consent", as: "checkbox", sentence: meetingConsent.text[locale] },
];

/** The form of one's profile: what others see, and when one can meet. */
export function profileForm(drawing: Drawing, values: Values | undefined, trouble: Trouble | undefined) {
  const { c, base, own } = drawing;
  const { locale } = c.var;
  const { profile } = own;
  const held: Values = profile
    ? {
        brings: profile.brings,
        seeks: profile.seeks,
        chains: profile.chains,
        times: profile.times,
        onBoard: profile.onBoard ? "yes" : undefined,
        consent: "yes",
      }
    : { ...own.proposal, times: own.slots.map(({ startsAt }) => startsAt) };
  return html`${own.proposal && !values ? html`<p class="notice">${words.proposed[locale]}</p>` : ""}<p>${fill(words.shownAs[locale], { name: own.name, organisation: own.organisation })}</p>
    ${form({
      locale,
      schema: Profile,
      fields: fieldsOf(drawing, locale),
      values: values ?? held,
      errors: trouble?.errors ?? [],
      refusal: trouble?.refusal,
      submit: words.save[locale],
      action: `${base}/profile`,
    })}`;
}

/** Who waits for one's answer. */
export function waitingPart({ c, base, own }: Drawing) {
  const { locale } = c.var;
  if (!own.waiting.length) return "";
  const item = (
    one: Between,
  ) => html`<li class="card stack stack--near"><h3>${one.name}<span class="page__context">${one.organisation}</span></h3>
    ${personText(one, locale)}<p>${fill(words.answerBy[locale], { at: formatTime(one.answerBy, locale, own.activity.timeZone) })}</p>
    <div class="actions">${own.open ? step(base, "answer", words.accept[locale], { other: one.id, answer: "accept" }) : ""}${step(base, "answer", words.decline[locale], { other: one.id, answer: "decline" }, " button--quiet")}</div></li>`;
  return html`<section class="stack"><h2>${words.waiting[locale]}</h2><ul class="plain-list stack">${own.waiting.map(item)}</ul></section>`;
}

/** Whom one wants to meet, in order. */
export function wishesPart({ c, base, own }: Drawing) {
  const { locale } = c.var;
  if (!own.wishes.length) return "";
  const move = (one: Between, way: "up" | "down") =>
    step(base, "rank", words[way][locale], { other: one.id, move: way }, " button--quiet");
  const end = (one: Between) =>
    one.status === "accepted"
      ? step(base, "withdraw", words.cancel[locale], { other: one.id }, " button--quiet")
      : one.status === "asked"
        ? step(base, "withdraw", words.withdraw[locale], { other: one.id }, " button--quiet")
        : one.status === "expired" && own.open
          ? step(base, "ask", words.askAgain[locale], { other: one.id })
          : "";
  const item = (
    one: Between,
    n: number,
  ) => html`<li class="card stack stack--near"><h3>${n + 1}. ${one.name}<span class="page__context">${one.organisation}</span></h3>
    <p>${tag(one.status, locale)}</p><div class="actions">${n > 0 ? move(one, "up") : ""}${n < own.wishes.length - 1 ? move(one, "down") : ""}${end(one)}</div></li>`;
  return html`<section class="stack"><h2>${words.wishes[locale]}</h2><p>${words.wishesHelp[locale]}</p><ol class="plain-list stack">${own.wishes.map(item)}</ol></section>`;
}

const choice = (name: string, value: string, text: Words, locale: Locale, chosen: boolean, type = "radio") =>
  html`<label class="choice"><input type="${type}" name="${name}" value="${value}"${chosen ? html` checked` : ""}><span>${text[locale]}</span></label>`;

function outcomeForm(base: string, { id, said }: AgendaRow, locale: Locale) {
  return html`<details><summary>${words.outcome[locale]}</summary><form class="stack" method="post" action="${base}/outcome"><input type="hidden" name="meetingId" value="${id}">
    <div class="choices">${choice("outcome", "held", words.held, locale, said?.outcome !== "absent")}${choice("outcome", "absent", words.absent, locale, said?.outcome === "absent")}
    ${choice("followUp", "yes", words.followUp, locale, said?.followUp === true, "checkbox")}${choice("again", "yes", words.again, locale, said?.again === true, "checkbox")}</div>
    <p><button class="button button--small" type="submit">${words.say[locale]}</button></p></form></details>`;
}

/** One's part of the published schedule. */
export function agendaPart({ c, base, own }: Drawing) {
  const { locale } = c.var;
  const now = c.var.ctx.now().toISOString();
  const item = (
    row: AgendaRow,
  ) => html`<li class="card stack stack--near"><h3>${formatRange(row.startsAt, row.endsAt, locale, own.activity.timeZone)}</h3>
    <p><strong>${row.with.name}</strong> ${row.with.organisation}</p>
    <p>${row.cancelled ? html`<span class="tag tag--warning">${words.cancelled[locale]}</span>` : html`${say(own.activity.venue, locale)} · ${row.table}`}</p>
    ${!row.cancelled && row.startsAt <= now ? outcomeForm(base, row, locale) : ""}</li>`;
  return html`<section class="stack"><h2>${words.agenda[locale]}</h2>
    ${
      own.agenda.length
        ? html`<ul class="plain-list stack">${own.agenda.map(item)}</ul><p><a class="button button--quiet" href="${base}/agenda.ics" download>${words.calendar[locale]}</a></p>`
        : html`<p>${words.agendaNone[locale]}</p>`
    }</section>`;
}
