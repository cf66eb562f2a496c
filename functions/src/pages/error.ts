import { errorFacts } from "@lingxi/core/platform/log";
import type { Words } from "@lingxi/core/platform/text";
import type { Context } from "hono";
import { html } from "hono/html";
import { toProblem } from "../api/middleware/errors.ts";
import type { Env } from "../api/types.ts";
import { here, page } from "./shell.ts";

const words = {
  title: { "zh-CN": "这里出了点问题", en: "Something is not right here" },
  signIn: { "zh-CN": "登录我的账号", en: "Sign in to my account" },
  home: { "zh-CN": "回到首页", en: "Go to the home page" },
} satisfies Record<string, Words>;

/** A refusal as a page, for people who came by an address or a form. */
export async function errorPage(error: unknown, c: Context<Env>): Promise<Response> {
  const { locale } = c.var;
  const { problem, status } = toProblem(error, locale, c.env.requestId);
  if (status === 500)
    c.var.ctx.log.error("request failed", { method: c.req.method, route: c.req.routePath, ...errorFacts(error) });
  // Staff sign in at the console; among pages only those of an account ask for it.
  const signIn = status === 401;
  const body = html`<div class="page page--form stack"><h1>${words.title[locale]}</h1>
    <p class="notice notice--warning" role="alert">${problem.detail}</p>
    <p>${signIn ? html`<a class="button" href="${here(c, "/account")}">${words.signIn[locale]}</a>` : html`<a class="button" href="${here(c, "/")}">${words.home[locale]}</a>`}</p></div>`;
  return page(c, words.title[locale], body, status);
}
