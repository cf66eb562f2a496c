import { followInvitation, seeInvitation } from "@lingxi/core/invitation";
import { say, type Words } from "@lingxi/core/platform/text";
import { formatRange } from "@lingxi/core/platform/time";
import { Hono } from "hono";
import { html } from "hono/html";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import { here, page } from "../pages/shell.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });
const words = {
  title: w("活动邀请", "Invitation"),
  time: w("时间", "When"),
  venue: w("地点", "Where"),
  go: w("查看活动并报名", "See the event and register"),
  note: w(
    "按下按钮后，主办方会知道这份邀请被打开过。只看本页不会被记录。",
    "When you press the button, the organiser knows that this invitation was followed. Looking at this page is not recorded.",
  ),
};

/** What a guest's own link opens: the event in short, and a button that goes on. */
export const invitedPages = new Hono<Env>()
  .get("/:token", describe({ summary: "The page of an invitation", verb: seeInvitation, answers: "text/html" }), async (c) => {
    const { locale } = c.var;
    const found = await seeInvitation(c.var.ctx, c.req.param());
    const body = html`<div class="page page--form stack">
        <h1>${say(found.title, locale)}<span class="page__context">${words.title[locale]}</span></h1>
        <p class="lead">${say(found.summary, locale)}</p>
        <dl class="facts">
          <div><dt>${words.time[locale]}</dt><dd>${formatRange(found.startsAt, found.endsAt, locale, found.timeZone)}</dd></div>
          <div><dt>${words.venue[locale]}</dt><dd>${say(found.venue, locale)}</dd></div>
        </dl>
        <form method="post" action="${c.req.path}"><button class="button" type="submit">${words.go[locale]}</button></form>
        <p class="small muted">${words.note[locale]}</p>
      </div>`;
    return page(c, words.title[locale], body);
  })
  .post(
    "/:token",
    describe({ summary: "Go on from an invitation to its event", verb: followInvitation, from: "form", status: 303 }),
    async (c) => {
      const { activityId } = await followInvitation(c.var.ctx, c.req.param());
      return c.redirect(here(c, `/activities/${activityId}/`), 303);
    },
  );
