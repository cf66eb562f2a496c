import { changeDemand, seeDemand, withdrawOwnDemand } from "@lingxi/core/demand";
import { ChangeDemand, type DemandDetail, demandNotes } from "@lingxi/core/demand/schema";
import { say, type Words } from "@lingxi/core/platform/text";
import { dayOf, formatDay } from "@lingxi/core/platform/time";
import { paths } from "@lingxi/core/publication/schema";
import { html } from "hono/html";
import { demandFields, demandIn, demandValues } from "./demand-fields.ts";
import { demandReview, looksFor, reviewFacts } from "./my-demand-review.ts";
import { ownListingPages } from "./own-listing.ts";

const words = {
  title: { "zh-CN": "我的需求", en: "Your need" },
  submitted: {
    "zh-CN": "需求正在等待审核，结果会发到您的邮箱。审核前可以修改或撤回。",
    en: "Your need is waiting for review; we write to you about the result. Until then you can change or withdraw it.",
  },
  "changes-requested": {
    "zh-CN": "主办方请您修改后重新提交。",
    en: "The organiser asks you to change the need and submit it again.",
  },
  listed: { "zh-CN": "需求已公开。", en: "Your need is listed and public." },
  declined: { "zh-CN": "需求没有通过审核。", en: "Your need was declined." },
  withdrawn: { "zh-CN": "需求已撤回，不再公开。", en: "Your need was withdrawn and is not public any more." },
  stands: { "zh-CN": "进展", en: "Where it stands" },
  open: { "zh-CN": "征集中", en: "Open for solutions" },
  "in-contact": { "zh-CN": "对接中", en: "In contact" },
  solved: { "zh-CN": "已解决", en: "Solved" },
  unsolved: { "zh-CN": "未解决", en: "Closed unsolved" },
  outcome: { "zh-CN": "结果说明", en: "What became of it" },
  deadline: { "zh-CN": "期望解决日期", en: "Solution wanted by" },
  again: { "zh-CN": "发布新的需求", en: "Publish another need" },
  change: { "zh-CN": "修改需求", en: "Change the need" },
  saved: { "zh-CN": "已保存。", en: "Saved." },
  withdraw: { "zh-CN": "撤回需求", en: "Withdraw the need" },
  sure: {
    "zh-CN": "撤回后公开页面立即下线，不能恢复；联系信息在 180 天后删除。如需再次公开，请重新发布。",
    en: "The public page goes away at once, and this cannot be undone; contact details are deleted after 180 days. To list it again, publish it again.",
  },
} satisfies Record<string, Words>;

/** An enterprise's page behind the secret link. */
export const ownDemandPages = ownListingPages<DemandDetail>({
  name: "demands",
  form: "demand",
  words,
  summaries: {
    see: "The page of one need for its enterprise",
    change: "Change it by the form",
    withdraw: "Withdraw it by the button",
  },
  see: seeDemand,
  change: changeDemand,
  withdraw: withdrawOwnDemand,
  schema: ChangeDemand,
  fields: (c) => demandFields(c.var.locale, dayOf(c.var.ctx.now())),
  values: demandValues,
  read: demandIn,
  publicPath: paths.demand,
  formPath: paths.publishDemand,
  changes: looksFor,
  facts: (demand, locale) => {
    const { status, state, outcome, deadline } = demand;
    return [
      status === "listed" && [words.stands[locale], words[state][locale]],
      status === "listed" && outcome !== undefined && [words.outcome[locale], say(outcome.text, locale)],
      deadline !== undefined && [words.deadline[locale], formatDay(deadline, locale)],
      ...reviewFacts(demand, locale),
    ];
  },
  more: (demand, c) =>
    demand.status === "declined" || demand.status === "withdrawn"
      ? []
      : [
          ...demand.notes.map(
            (note) => html`<div class="notice notice--warning"><p>${demandNotes[note][c.var.locale]}</p></div>`,
          ),
          ...demandReview(c, demand),
        ],
});
