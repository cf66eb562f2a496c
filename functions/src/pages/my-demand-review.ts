import { kindWords, solutionWords, unsolvedWords } from "@lingxi/core/demand/clock-schema";
import type { DemandDetail } from "@lingxi/core/demand/schema";
import type { Locale, Words } from "@lingxi/core/platform/text";
import { formatDay, formatTime } from "@lingxi/core/platform/time";
import type { Context } from "hono";
import { html } from "hono/html";
import type { Env } from "../api/types.ts";
import { baseOf, type OwnPage } from "./own-page.ts";
import { standing } from "./standing.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

const words = {
  kind: w("需求类别", "Kind of need"),
  solutions: w("解决方式", "How it is to be solved"),
  why: w("没有解决的原因", "Why it was not solved"),
  reviewOn: w("下次确认日期", "To be confirmed by"),
  confirmed: w("最近确认", "Last confirmed"),
  title: w("这条需求还有效吗？", "Does this need still stand?"),
  stale: w(
    "很久没有确认，公开页面上已标为“待确认”。请确认、修改或关闭。",
    "It has not been confirmed for long, and its page says so. Please confirm, change or close it.",
  ),
  confirm: w("仍在征集，继续公开", "Yes, it still stands"),
  close: w("已解决，或不再征集：关闭需求", "It is solved or over: close it"),
  change: w(
    "修改后会重新审核，审核通过前公开页面暂时下线。",
    "Once changed it is reviewed again; until then its page goes away.",
  ),
} as const;

/** Listed, and not closed. */
export const looksFor = ({ status, state }: DemandDetail): boolean =>
  status === "listed" && (state === "open" || state === "in-contact");

/** What it is about, how it is to be solved, and the days on which it is looked at. */
export function reviewFacts(demand: DemandDetail, locale: Locale): OwnPage["facts"] {
  const { kind, solutions, why, reviewOn, confirmedAt } = demand;
  const looks = looksFor(demand);
  return [
    kind && [words.kind[locale], kindWords[kind][locale]],
    solutions && [
      words.solutions[locale],
      solutions.map((one) => solutionWords[one][locale]).join(locale === "en" ? ", " : "、"),
    ],
    why && [words.why[locale], unsolvedWords[why][locale]],
    looks && confirmedAt !== undefined && [words.confirmed[locale], formatTime(confirmedAt, locale)],
    looks && reviewOn !== undefined && [words.reviewOn[locale], formatDay(reviewOn, locale)],
  ];
}

/** Of a need that looks for somebody: the button that says that it still stands, and the way to close it. */
export function demandReview(c: Context<Env>, demand: DemandDetail) {
  if (!looksFor(demand)) return [];
  const t = (text: Words) => text[c.var.locale];
  const base = baseOf(c);
  return [
    html`<section class="stack"><h2>${t(words.title)}</h2>
      ${demand.stale ? html`<div class="notice notice--warning"><p>${t(words.stale)}</p></div>` : ""}
      <form method="post" action="${base}/confirm"><button class="button" type="submit">${t(words.confirm)}</button></form>
      <p><a href="${base}/close">${t(words.close)}</a></p>
      <p class="muted">${t(words.change)}</p></section>`,
    standing(c, { kind: "demand", email: demand.contact.email, alone: demand.unserved === true }),
  ];
}
