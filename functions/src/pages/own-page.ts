import type { Consent } from "@lingxi/core/consent/schema";
import { fill, type Locale, type Words } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import type { Context } from "hono";
import { html } from "hono/html";
import type { Env } from "../api/types.ts";
import type { refused } from "./post.ts";
import { here, page } from "./shell.ts";

type Html = ReturnType<typeof html>;
export type Trouble = ReturnType<typeof refused>;

/** What the page behind a secret link shows, from top to bottom. Texts are in the reader's language. */
export interface OwnPage {
  readonly title: string;
  /** What it is about. */
  readonly context: string;
  /** Said once after a change was saved. */
  readonly saved: string;
  readonly state: { readonly text: string; readonly tone?: "success" | "warning" | undefined };
  /** What the organiser said. */
  readonly remark?: { readonly title: string; readonly text: string | undefined };
  readonly links: readonly (Link | undefined | false)[];
  readonly facts: readonly (readonly [string, string | Html] | undefined | false)[];
  /** What only some of these pages have. */
  readonly more?: readonly Html[];
  /** The form that changes it; without one, a refusal is told at the top. */
  readonly change?: { readonly title: string; readonly open: boolean; readonly form: Html } | undefined;
  /** The step that ends it, at `<page>/<step>`. */
  readonly end?: { readonly title: string; readonly sure: string; readonly step: string } | undefined;
  readonly after?: Html | undefined;
}

interface Link {
  readonly text: string;
  readonly path: string;
  readonly look?: "quiet";
}

/** Answers with the page behind a secret link. */
export function ownPage(c: Context<Env>, own: OwnPage, trouble?: Trouble) {
  const { remark, change, end } = own;
  const tone = own.state.tone ? ` notice--${own.state.tone}` : "";
  const body = html`<div class="page page--form stack">
    <h1>${own.title}${own.context ? html`<span class="page__context">${own.context}</span>` : ""}</h1>
    ${c.req.query("saved") && !trouble ? html`<p class="notice notice--success" role="status">${own.saved}</p>` : ""}
    ${trouble && !change ? html`<p class="notice notice--error" role="alert">${trouble.refusal ?? ""}</p>` : ""}
    <div class="notice${tone}"><p>${own.state.text}</p></div>
    ${remark?.text ? html`<section class="stack"><h2>${remark.title}</h2><p class="said">${remark.text}</p></section>` : ""}
    ${own.links.map((link) => (link ? html`<p><a class="button${link.look ? ` button--${link.look}` : ""}" href="${here(c, link.path)}">${link.text}</a></p>` : ""))}
    ${own.facts.some(Boolean) ? html`<dl class="facts">${own.facts.map((fact) => (fact ? html`<div><dt>${fact[0]}</dt><dd>${fact[1]}</dd></div>` : ""))}</dl>` : ""}
    ${own.more ?? ""}
    ${change ? html`<details${change.open || trouble ? html` open` : ""}><summary>${change.title}</summary>${change.form}</details>` : ""}
    ${end ? html`<details><summary>${end.title}</summary><p>${end.sure}</p><form method="post" action="${baseOf(c)}/${end.step}"><button class="button button--danger" type="submit">${end.title}</button></form></details>` : ""}
    ${own.after ?? ""}
    ${allOfMine(c)}
  </div>`;
  return page(c, own.title, body, trouble?.status);
}

/** Leads on to everything that is held on the holder of this page's link, by a link of its own: this one is for one thing. */
export function allOfMine(c: Context<Env>): Html {
  return html`<p><a href="${here(c, "/account")}">${ownWords.account[c.var.locale]}</a></p>
    <p><a href="${here(c, "/forms/my-data")}">${ownWords.all[c.var.locale]}</a></p>`;
}

/** The page's own address, without the step that was sent to it. */
export const baseOf = (c: Context<Env>): string =>
  c.req.path
    .split("/")
    .slice(0, c.req.path.startsWith("/en/") ? 5 : 4)
    .join("/");

/** Back to the page after something was done there. */
export const backTo = (c: Context<Env>, path: string, saved = false) =>
  c.redirect(here(c, `${path}${saved ? "?saved=1" : ""}`), 303);

export const ownWords = {
  account: {
    "zh-CN": "登录我的账号，集中查看报名、项目和需求",
    en: "Sign in to my account: registrations, projects and needs in one place",
  },
  all: { "zh-CN": "查看、下载或删除我的全部信息", en: "See, download or erase everything that is held on me" },
  number: { "zh-CN": "编号", en: "Number" },
  sent: { "zh-CN": "提交时间", en: "Submitted" },
  contact: { "zh-CN": "联系信息（不公开）", en: "Contact (not public)" },
  consent: { "zh-CN": "信息使用同意", en: "Consent" },
  consentAt: { "zh-CN": "{at} 同意（文本版本 {version}）", en: "given {at} (text version {version})" },
  withdrawnAt: { "zh-CN": "，{at} 撤回", en: ", withdrawn {at}" },
  remark: { "zh-CN": "主办方的意见", en: "The organiser says" },
  page: { "zh-CN": "查看公开页面", en: "See the public page" },
  save: { "zh-CN": "保存修改", en: "Save" },
  resubmit: { "zh-CN": "保存并重新提交", en: "Save and submit again" },
} satisfies Record<string, Words>;

/** When a consent was given, in which text, and when it was taken back. */
export const consentLine = ({ at, version, withdrawnAt }: Consent, locale: Locale): string =>
  fill(ownWords.consentAt[locale], { at: formatTime(at, locale), version }) +
  (withdrawnAt ? fill(ownWords.withdrawnAt[locale], { at: formatTime(withdrawnAt, locale) }) : "");
