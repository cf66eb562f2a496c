import { DomainError } from "@lingxi/core/platform/error";
import { fill, type Words } from "@lingxi/core/platform/text";
import { paths } from "@lingxi/core/publication/schema";
import type { Context } from "hono";
import { html } from "hono/html";
import { notFound } from "../api/middleware/errors.ts";
import type { Env } from "../api/types.ts";
import { here, page } from "./shell.ts";

const words = {
  title: { "zh-CN": "请到线下受理窗口办理", en: "Please come to the reception desk" },
  number: { "zh-CN": "受理编号", en: "Reception number" },
  text: {
    "zh-CN": "涉密{thing}不得在本系统填写。您刚才提交的内容没有保存，连同这个编号也不会留在系统里。",
    en: "State secrets must not be entered here. Nothing of what you sent was kept, and neither is this number.",
  },
  next: {
    "zh-CN": "请记下编号，凭编号到主办方的线下受理窗口，由专人按保密规定办理。请不要用邮件或电话说明{thing}内容。",
    en: "Write the number down and take it to the organiser's reception desk, where the matter is handled by the rules for secrets. Do not describe the {thing} by mail or telephone.",
  },
  home: { "zh-CN": "回到首页", en: "Go to the home page" },
} satisfies Record<string, Words>;

const number = /^LX-\d{8}-[2-9A-Z]{4}$/;

/**
 * Where somebody is sent who says 涉密 in the form at `/forms/<form>`; undefined for any other refusal. By a redirect, so that a reload
 * does not send the texts again.
 */
export function toDesk(c: Context<Env>, error: unknown, form: string): Response | undefined {
  if (!(error instanceof DomainError) || !error.reason.endsWith(".state-secret")) return undefined;
  return c.redirect(here(c, `/forms/${form}/desk/${error.params.number}`), 303);
}

/** The number for the reception desk. */
export function deskPage(c: Context<Env>, given: string, thing: Words) {
  const { locale } = c.var;
  if (!number.test(given)) throw notFound();
  const t = (text: Words) => fill(text[locale], { thing: thing[locale] });
  const body = html`<div class="page page--form stack">
    <h1>${t(words.title)}</h1>
    <div class="notice notice--warning" role="alert"><p>${t(words.text)}</p></div>
    <dl class="facts"><div><dt>${t(words.number)}</dt><dd><strong><code>${given}</code></strong></dd></div></dl>
    <p>${t(words.next)}</p>
    <p><a class="button button--quiet" href="${here(c, paths.home)}">${t(words.home)}</a></p>
  </div>`;
  return page(c, t(words.title), body);
}
