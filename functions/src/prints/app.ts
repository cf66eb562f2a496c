import {
  attendanceWorkbook,
  type Certificate,
  printAttendance,
  printBadges,
  printDoorList,
  verifyCertificate,
} from "@lingxi/core/check-in";
import { say, type Words } from "@lingxi/core/platform/text";
import { formatRange } from "@lingxi/core/platform/time";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { appOf } from "../api/app.ts";
import { describe } from "../api/describe.ts";
import { query } from "../api/middleware/valid.ts";
import type { Env } from "../api/types.ts";
import { file, xlsx } from "../file.ts";
import { page } from "../pages/shell.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
const words = {
  genuine: w("这份参会证明是真实的", "This certificate is genuine"),
  shown: w("以下是证明上的内容，请逐项核对。", "This is what stands on it; compare it line by line."),
  name: w("姓名", "Name"),
  organisation: w("单位", "Organisation"),
  activity: w("活动", "Event"),
  time: w("时间", "When"),
  venue: w("地点", "Where"),
};

const pdf = "application/pdf";

/** Papers and files for those who run an activity. */
const staff = new Hono<Env>()
  .get(
    "/:activityId/badges",
    describe({ summary: "Badges as PDF, eight on a sheet; `x-next-cursor` leads on", verb: printBadges, answers: pdf }),
    query(printBadges),
    async (c) => {
      const made = await printBadges(c.var.ctx, { ...c.req.valid("query"), activityId: c.req.param("activityId") });
      const more = { "x-badges": String(made.badges), ...(made.cursor ? { "x-next-cursor": made.cursor } : {}) };
      return file(c, made.bytes, pdf, `${made.title}.pdf`, more);
    },
  )
  .get(
    "/:activityId/door-list",
    describe({
      summary:
        "The list for the door on paper, by the sound of the names (PDF), a thousand a `part`; `x-parts` says how many parts there are",
      verb: printDoorList,
      answers: pdf,
    }),
    query(printDoorList),
    async (c) => {
      const made = await printDoorList(c.var.ctx, { ...c.req.valid("query"), activityId: c.req.param("activityId") });
      const more = { "x-people": String(made.people), "x-parts": String(made.parts) };
      return file(c, made.bytes, pdf, `${made.title}.pdf`, more);
    },
  )
  .get(
    "/:activityId/attendance",
    describe({ summary: "Attendance as a workbook (XLSX)", verb: attendanceWorkbook, answers: xlsx }),
    query(attendanceWorkbook),
    async (c) => {
      const made = await attendanceWorkbook(c.var.ctx, { ...c.req.valid("query"), activityId: c.req.param("activityId") });
      return file(c, made.bytes, xlsx, `${made.title}.xlsx`);
    },
  );

/** The certificate of attendance, behind the secret link of a registration. */
const own = new Hono<Env>().get(
  "/certificates/:token",
  describe({ summary: "The certificate of attendance of who came", verb: printAttendance, answers: pdf }),
  async (c) => {
    const { bytes } = await printAttendance(c.var.ctx, { token: c.req.param("token"), locale: c.var.locale });
    return file(c, bytes, pdf, c.var.locale === "en" ? "certificate.pdf" : "参会证明.pdf");
  },
);

function genuine(c: Context<Env>, { name, organisation, activity, venue, startsAt, endsAt, timeZone }: Certificate) {
  const { locale } = c.var;
  const facts = [
    [words.name, name],
    [words.organisation, organisation],
    [words.activity, say(activity, locale)],
    [words.time, formatRange(startsAt, endsAt, locale, timeZone)],
    [words.venue, say(venue, locale)],
  ] as const;
  const body = html`<div class="page page--form stack"><h1>${words.genuine[locale]}</h1>
    <div class="notice notice--success" role="status"><p>${words.shown[locale]}</p></div>
    <dl class="facts">${facts.map(([label, value]) => html`<div><dt>${label[locale]}</dt><dd>${value}</dd></div>`)}</dl></div>`;
  return page(c, words.genuine[locale], body);
}

const check = new Hono<Env>().get(
  "/:code",
  describe({ summary: "Whether a certificate is genuine: what stands on it", verb: verifyCertificate, answers: "text/html" }),
  async (c) => genuine(c as unknown as Context<Env>, await verifyCertificate(c.var.ctx, c.req.param())),
);

export const app = appOf({
  api: new Hono<Env>().route("/prints", staff),
  pages: new Hono<Env>().route("/my", own).route("/certificates", check),
});
