import {
  answerRequest,
  askToMeet,
  findPeople,
  leaveMeetings,
  type OwnMeetings,
  ownCalendar,
  rankWish,
  readOwnMeetings,
  saveProfile,
  sayOutcome,
  withdrawRequest,
} from "@lingxi/core/meeting";
import { fill, say, type Words } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import type { Values } from "../pages/form.ts";
import { allOfMine, baseOf, type Trouble } from "../pages/own-page.ts";
import { many, one, posted, refused } from "../pages/post.ts";
import { here, page } from "../pages/shell.ts";
import { peoplePage } from "./find.ts";
import { agendaPart, profileForm, waitingPart, wishesPart } from "./parts.ts";
import { words } from "./words.ts";

type Page = Context<Env>;
const tokenOf = (c: Page) => baseOf(c).split("/").at(-1) ?? "";

/** What the page says above all else. */
function standsAt(own: OwnMeetings, locale: "zh-CN" | "en") {
  if (own.activity.cancelled) return words.off[locale];
  if (!own.open) return words.over[locale];
  return fill(words.until[locale], { at: formatTime(own.asksUntil, locale, own.activity.timeZone) });
}

function show(c: Page, own: OwnMeetings, values?: Values, trouble?: Trouble) {
  const { locale } = c.var;
  const base = baseOf(c);
  const drawing = { c, base, own };
  const t = (text: Words) => text[locale];
  const toRegistration = here(c, `/my/registrations/${tokenOf(c)}`);
  const body = html`<div class="page page--form stack">
    <h1>${t(words.title)}<span class="page__context">${say(own.activity.title, locale)}</span></h1>
    ${c.req.query("done") && !trouble ? html`<p class="notice notice--success" role="status">${t(c.req.query("done") === "saved" ? words.saved : words.done)}</p>` : ""}
    ${trouble && !values ? html`<p class="notice notice--error" role="alert">${trouble.refusal ?? trouble.errors.map((e) => e.message[locale]).join(" ")}</p>` : ""}
    <div class="notice"><p>${standsAt(own, locale)}</p></div>
    ${
      own.profile
        ? html`${own.open ? html`<p><a class="button" href="${base}/people">${t(words.find)}</a></p>` : ""}
    ${waitingPart(drawing)}${agendaPart(drawing)}${wishesPart(drawing)}
    ${own.open ? html`<details${values ? html` open` : ""}><summary>${t(words.profileChange)}</summary>${profileForm(drawing, values, trouble)}</details>` : ""}
    <details><summary>${t(words.leave)}</summary><p>${t(words.leaveSure)}</p><form method="post" action="${base}/leave"><button class="button button--danger" type="submit">${t(words.leave)}</button></form></details>`
        : html`<p class="lead">${t(words.lead)}</p>${own.open ? html`<h2>${t(words.profile)}</h2>${profileForm(drawing, values, trouble)}` : ""}`
    }
    <p><a href="${toRegistration}">${t(words.registration)}</a></p>
    ${allOfMine(c)}
  </div>`;
  return page(c, t(words.title), body, trouble?.status);
}

const read = (c: Page) => readOwnMeetings(c.var.ctx, { token: tokenOf(c) });
const back = (c: Page, done = "done") => c.redirect(`${baseOf(c)}?done=${done}`, 303);

/** A step by a button: back to the page, or the page with what is wrong. */
async function take(c: Page, act: (values: Values) => Promise<unknown>) {
  const values = await posted(c);
  try {
    await act(values);
    return back(c);
  } catch (error) {
    return show(c, await read(c), undefined, refused(c, error));
  }
}

const text = (values: Values, name: string) => one(values[name]) ?? "";

/** Pages behind the link of a registration. Every GET only reads, since mail scanners follow links. */
export const ownMeetings = new Hono<Env>()
  .get(
    "/meetings/:token",
    describe({ summary: "The meetings of one who takes part", verb: readOwnMeetings, answers: "text/html" }),
    async (c) => show(c as unknown as Page, await read(c as unknown as Page)),
  )
  .post(
    "/meetings/:token/profile",
    describe({ summary: "Save the profile", verb: saveProfile, from: "form", status: 303 }),
    async (context) => {
      const c = context as unknown as Page;
      const values = await posted(c);
      const said = {
        token: tokenOf(c),
        brings: text(values, "brings"),
        seeks: text(values, "seeks"),
        chains: many(values.chains),
        times: many(values.times),
        onBoard: one(values.onBoard),
        consent: one(values.consent),
        locale: c.var.locale,
      };
      try {
        await saveProfile(c.var.ctx, said);
        return back(c, "saved");
      } catch (error) {
        return show(c, await read(c), values, refused(c, error));
      }
    },
  )
  .get(
    "/meetings/:token/people",
    describe({ summary: "Who else takes part, and whom to meet", verb: findPeople, answers: "text/html" }),
    async (context) => {
      const c = context as unknown as Page;
      const { q, chain, cursor } = c.req.query();
      const asked = { token: tokenOf(c), q, chain: chain ?? "", cursor: cursor || undefined };
      return peoplePage(c, baseOf(c), await findPeople(c.var.ctx, asked));
    },
  )
  .post(
    "/meetings/:token/ask",
    describe({ summary: "Invite somebody", verb: askToMeet, from: "form", status: 303 }),
    (context) => {
      const c = context as unknown as Page;
      return take(c, (values) => askToMeet(c.var.ctx, { token: tokenOf(c), other: text(values, "other") }));
    },
  )
  .post(
    "/meetings/:token/answer",
    describe({ summary: "Accept or decline", verb: answerRequest, from: "form", status: 303 }),
    (context) => {
      const c = context as unknown as Page;
      return take(c, (values) =>
        answerRequest(c.var.ctx, { token: tokenOf(c), other: text(values, "other"), answer: text(values, "answer") as "accept" }),
      );
    },
  )
  .post(
    "/meetings/:token/withdraw",
    describe({ summary: "Withdraw or cancel", verb: withdrawRequest, from: "form", status: 303 }),
    (context) => {
      const c = context as unknown as Page;
      return take(c, (values) => withdrawRequest(c.var.ctx, { token: tokenOf(c), other: text(values, "other") }));
    },
  )
  .post(
    "/meetings/:token/rank",
    describe({ summary: "Move a wish up or down", verb: rankWish, from: "form", status: 303 }),
    (context) => {
      const c = context as unknown as Page;
      return take(c, (values) =>
        rankWish(c.var.ctx, { token: tokenOf(c), other: text(values, "other"), move: text(values, "move") as "up" }),
      );
    },
  )
  .post(
    "/meetings/:token/outcome",
    describe({ summary: "Say how a meeting went", verb: sayOutcome, from: "form", status: 303 }),
    (context) => {
      const c = context as unknown as Page;
      return take(c, (values) =>
        sayOutcome(c.var.ctx, {
          token: tokenOf(c),
          meetingId: text(values, "meetingId"),
          outcome: text(values, "outcome") as "held",
          followUp: one(values.followUp),
          again: one(values.again),
        }),
      );
    },
  )
  .post(
    "/meetings/:token/leave",
    describe({ summary: "Leave the meetings", verb: leaveMeetings, from: "form", status: 303 }),
    (context) => {
      const c = context as unknown as Page;
      return take(c, () => leaveMeetings(c.var.ctx, { token: tokenOf(c) }));
    },
  )
  .get(
    "/meetings/:token/agenda.ics",
    describe({ summary: "One's meetings as a calendar", verb: ownCalendar, answers: "text/calendar" }),
    async (context) => {
      const c = context as unknown as Page;
      return c.body(await ownCalendar(c.var.ctx, { token: tokenOf(c), locale: c.var.locale }), 200, {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'attachment; filename="meetings.ics"',
        "cache-control": "no-store",
      });
    },
  );
