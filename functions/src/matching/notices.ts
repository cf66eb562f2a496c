import { seeDigest, startDigest, stopDigest } from "@lingxi/core/digest";
import type { Words } from "@lingxi/core/platform/text";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import { here, page } from "../pages/shell.ts";

const words = {
  title: { "zh-CN": "匹配通知", en: "Mails about matches" },
  on: {
    "zh-CN": "有新的需求或供给与您公开的内容相符时，我们发邮件告诉您，每天最多一封。",
    en: "When a new need or offer may fit what you have listed, we write to you, at most once a day.",
  },
  off: {
    "zh-CN": "匹配通知已关闭，立即生效。您的需求、项目和专利不受影响。",
    en: "They are switched off, as of now. Your needs, projects and patents stay as they are.",
  },
  stop: { "zh-CN": "不再接收匹配通知", en: "Send me no more of them" },
  start: { "zh-CN": "重新接收匹配通知", en: "Send them again" },
  all: { "zh-CN": "查看、下载或删除我的全部信息", en: "See, download or erase everything that is held on me" },
} satisfies Record<string, Words>;

const own = (c: Context<Env>) => c.req.path.replace(/\/again$/, "");

function show(c: Context<Env>, { on }: { readonly on: boolean }) {
  const { locale } = c.var;
  const button = (action: string, text: string) =>
    html`<form method="post" action="${action}"><button class="button" type="submit">${text}</button></form>`;
  const body = html`<div class="page page--form stack">
    <h1>${words.title[locale]}</h1>
    <div class="notice${on ? "" : " notice--success"}" role="status"><p>${words[on ? "on" : "off"][locale]}</p></div>
    ${on ? button(own(c), words.stop[locale]) : button(`${own(c)}/again`, words.start[locale])}
    <p><a href="${here(c, "/forms/my-data")}">${words.all[locale]}</a></p>
  </div>`;
  return page(c, words.title[locale], body);
}

/** One-click unsubscribing (RFC 8058) from mails about matches, and its page. A GET only reads; a POST counts whatever its body, and is answered in place. */
export const notices = new Hono<Env>()
  .get(
    "/matches/notices/:token",
    describe({ summary: "The page that switches mails about matches off", verb: seeDigest, answers: "text/html" }),
    async (c) => show(c, await seeDigest(c.var.ctx, c.req.param())),
  )
  .post(
    "/matches/notices/:token",
    describe({
      summary: "Switch mails about matches off, one click (RFC 8058)",
      verb: stopDigest,
      from: "form",
      answers: "text/html",
    }),
    async (c) => show(c, await stopDigest(c.var.ctx, c.req.param())),
  )
  .post(
    "/matches/notices/:token/again",
    describe({ summary: "Have mails about matches come again", verb: startDigest, from: "form", answers: "text/html" }),
    async (c) => show(c, await startDigest(c.var.ctx, c.req.param())),
  );
