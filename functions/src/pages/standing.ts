import { digestPage } from "@lingxi/core/digest";
import type { Words } from "@lingxi/core/platform/text";
import type { Context } from "hono";
import { html } from "hono/html";
import type { Env } from "../api/types.ts";
import { here } from "./shell.ts";

const words = {
  title: { "zh-CN": "持续匹配", en: "Compared with what comes" },
  demand: {
    "zh-CN": "公开期间，新的项目和专利会与这条需求比对；有可能相符的，发邮件告诉您，每天最多一封。",
    en: "While it is listed, new projects and patents are compared with this need; when one may fit we write to you, at most once a day.",
  },
  unserved: {
    "zh-CN": "目前还没有合适的供给。这条提示只有您和主办方看到；需求仍在公开征集，有新的供给会继续比对。",
    en: "Nothing on offer is adequate at present. Only you and the organiser read this; the need stays listed, and is compared with what comes.",
  },
  project: {
    "zh-CN": "挂牌期间，新的需求会与这个项目比对；有可能相符的，发邮件告诉您，每天最多一封。",
    en: "While it is listed, new needs are compared with this project; when one may fit we write to you, at most once a day.",
  },
  seeking: {
    "zh-CN": "目前还没有与它相符的需求，已自动挂牌征集。",
    en: "No need fits it yet: it stays on offer by itself until one comes.",
  },
  link: { "zh-CN": "设置匹配通知", en: "Switch these mails off or on" },
} satisfies Record<string, Words>;

interface Standing {
  readonly kind: "demand" | "project";
  /** The contact's address. */
  readonly email: string;
  /** Nothing fits it at present. */
  readonly alone: boolean;
}

/** What is listed goes on looking: says so, whether something fits it, and leads to where the mails about it are switched off. */
export function standing(c: Context<Env>, { kind, email, alone }: Standing) {
  const t = (text: Words) => text[c.var.locale];
  const path = digestPage(c.var.ctx, c.var.ctx.keys.digest("person", email));
  return html`<section class="stack"><h2>${t(words.title)}</h2>
    ${alone ? html`<div class="notice"><p>${t(kind === "demand" ? words.unserved : words.seeking)}</p></div>` : ""}
    <p>${t(words[kind])}</p>
    <p><a href="${here(c, path)}">${t(words.link)}</a></p></section>`;
}
