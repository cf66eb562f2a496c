import { seeSubscription, subscribeAgain, unsubscribe } from "@lingxi/core/campaign";
import type { Words } from "@lingxi/core/platform/text";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import { here, page } from "./shell.ts";

const words = {
  title: { "zh-CN": "邮件退订", en: "Unsubscribe" },
  ask: {
    "zh-CN": "点击下面的按钮，之后不会再收到我们的通知邮件。您自己报名的活动，确认和变更邮件仍会发送。",
    en: "Press the button, and we send you no more notifications. Mails about activities that you registered for yourself still come.",
  },
  button: { "zh-CN": "确认退订", en: "Unsubscribe" },
  done: {
    "zh-CN": "已退订，立即生效。正在发送中的通知也不会再发给您。",
    en: "You are unsubscribed, as of now. Even a notification that is being sent will not reach you.",
  },
  undo: { "zh-CN": "点错了，重新订阅", en: "That was a mistake: subscribe again" },
  all: { "zh-CN": "查看、下载或删除我的全部信息", en: "See, download or erase everything that is held on me" },
  again: { "zh-CN": "已重新订阅，您会继续收到通知。", en: "You are subscribed again, and will get our notifications." },
} satisfies Record<string, Words>;

const own = (c: Context<Env>) => c.req.path.replace(/\/again$/, "");

function show(c: Context<Env>, state: "ask" | "done" | "again") {
  const { locale } = c.var;
  const button = (action: string, text: string, look = "") =>
    html`<form method="post" action="${action}"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button class="button${look}" type="submit">${text}</button></form>`;
  const body = html`<div class="page page--form stack">
    <h1>${words.title[locale]}</h1>
    <div class="notice${state === "ask" ? "" : " notice--success"}" role="status"><p>${words[state][locale]}</p></div>
    ${state === "done" ? button(`${own(c)}/again`, words.undo[locale], " button--quiet") : button(own(c), words.button[locale], state === "again" ? " button--quiet" : "")}
    <p><a href="${here(c, "/forms/my-data")}">${words.all[locale]}</a></p>
  </div>`;
  return page(c, words.title[locale], body);
}

/**
 * One-click unsubscribing (RFC 8058) and its page. A GET only reads, since scanners follow links. A POST counts whatever its
 * body, without a cookie, and is answered with 200 at the same address, since senders of the one-click body follow no redirect.
 */
export const unsubscribePages = new Hono<Env>()
  .get(
    "/unsubscribe/:token",
    describe({ summary: "The page to unsubscribe", verb: seeSubscription, answers: "text/html" }),
    async (c) => show(c, (await seeSubscription(c.var.ctx, c.req.param())).subscribed ? "ask" : "done"),
  )
  .post(
    "/unsubscribe/:token",
    describe({ summary: "Unsubscribe, one click (RFC 8058)", verb: unsubscribe, from: "form", answers: "text/html" }),
    async (c) => {
      await unsubscribe(c.var.ctx, c.req.param());
      return show(c, "done");
    },
  )
  .post(
    "/unsubscribe/:token/again",
    describe({ summary: "Take the refusal back", verb: subscribeAgain, from: "form", answers: "text/html" }),
    async (c) => {
      await subscribeAgain(c.var.ctx, c.req.param());
      return show(c, "again");
    },
  );
