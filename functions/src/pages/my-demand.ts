import { changeDemand, seeDemand, withdrawOwnDemand } from "@lingxi/core/demand";
import { ChangeDemand, type DemandDetail, type DemandStatus, demandNotes } from "@lingxi/core/demand/schema";
import { say, type Words } from "@lingxi/core/platform/text";
import { dayOf, formatDay, formatTime } from "@lingxi/core/platform/time";
import { paths } from "@lingxi/core/publication/schema";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import { demandFields, demandIn, demandValues } from "./demand-fields.ts";
import { toDesk } from "./desk.ts";
import { form, type Values } from "./form.ts";
import { backTo, consentLine, type OwnPage, ownPage, ownWords, type Trouble } from "./own-page.ts";
import { one, posted, refused } from "./post.ts";

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
  saved: { "zh-CN": "修改已保存，需求等待审核。", en: "Your changes are saved, and the need waits for review." },
  withdraw: { "zh-CN": "撤回需求", en: "Withdraw the need" },
  sure: {
    "zh-CN": "撤回后公开页面立即下线，不能恢复；联系信息在 180 天后删除。如需再次公开，请重新发布。",
    en: "The public page goes away at once, and this cannot be undone; contact details are deleted after 180 days. To list it again, publish it again.",
  },
} satisfies Record<string, Words>;

const tone: Readonly<Partial<Record<DemandStatus, "warning" | "success">>> = {
  "changes-requested": "warning",
  listed: "success",
};

async function show(c: Context<Env>, demand: DemandDetail, values?: Values, trouble?: Trouble) {
  const { locale } = c.var;
  const { status, consent, contact } = demand;
  const t = (text: Words) => text[locale];
  const open = status === "submitted" || status === "changes-requested";
  const ended = status === "declined" || status === "withdrawn";
  const own: OwnPage = {
    title: t(words.title),
    context: say(demand.title, locale),
    saved: t(words.saved),
    state: { text: t(words[status]), tone: tone[status] },
    remark: { title: t(ownWords.remark), text: demand.remark },
    links: [
      status === "listed" && { text: t(ownWords.page), path: paths.demand(demand.id) },
      ended && { text: t(words.again), path: paths.publishDemand },
    ],
    facts: [
      status === "listed" && [t(words.stands), t(words[demand.state])],
      status === "listed" && demand.outcome !== undefined && [t(words.outcome), say(demand.outcome.text, locale)],
      demand.deadline !== undefined && [t(words.deadline), formatDay(demand.deadline, locale)],
      [t(ownWords.number), html`<code>${demand.id}</code>`],
      [t(ownWords.sent), formatTime(demand.submittedAt, locale)],
      [t(ownWords.contact), [contact.name, contact.email, contact.phone].filter(Boolean).join(" · ")],
      [t(ownWords.consent), consentLine(consent, locale)],
    ],
    more: ended
      ? []
      : demand.notes.map((note) => html`<div class="notice notice--warning"><p>${demandNotes[note][locale]}</p></div>`),
    change: open
      ? {
          title: t(words.change),
          open: status === "changes-requested",
          form: form({
            locale,
            schema: ChangeDemand,
            fields: demandFields(locale, dayOf(c.var.ctx.now())),
            values: values ?? demandValues(demand),
            errors: trouble?.errors ?? [],
            refusal: trouble?.refusal,
            submit: t(ownWords[status === "submitted" ? "save" : "resubmit"]),
            hidden: { version: one(values?.version) ?? String(demand.version), locale: demand.locale },
          }),
        }
      : undefined,
    end: ended ? undefined : { title: t(words.withdraw), sure: t(words.sure), step: "withdraw" },
  };
  return ownPage(c, own, trouble);
}

const pageOf = (token: string) => `/my/demands/${token}`;

/** An enterprise's page behind the secret link. Every GET only reads, since mail scanners follow links. */
export const ownDemandPages = new Hono<Env>()
  .get(
    "/demands/:token",
    describe({ summary: "The page of one need for its enterprise", verb: seeDemand, answers: "text/html" }),
    async (c) => show(c, await seeDemand(c.var.ctx, c.req.param())),
  )
  .post(
    "/demands/:token",
    describe({ summary: "Change it by the form", verb: changeDemand, from: "form", status: 303 }),
    async (c) => {
      const { token } = c.req.param();
      const values = await posted(c);
      try {
        // The texts stay in the language they were written in, whichever language the page is read in.
        const written = one(values.locale) === "en" ? "en" : "zh-CN";
        await changeDemand(c.var.ctx, { ...demandIn(values, written), token, version: one(values.version) });
        return backTo(c, pageOf(token), true);
      } catch (error) {
        const desk = toDesk(c, error, "demand");
        if (desk) return desk;
        const trouble = refused(c, error);
        return show(c, await seeDemand(c.var.ctx, { token }), values, trouble);
      }
    },
  )
  .post(
    "/demands/:token/withdraw",
    describe({ summary: "Withdraw it by the button", verb: withdrawOwnDemand, from: "form", status: 303 }),
    async (c) => {
      const { token } = c.req.param();
      try {
        await withdrawOwnDemand(c.var.ctx, { token });
        return backTo(c, pageOf(token));
      } catch (error) {
        const trouble = refused(c, error);
        return show(c, await seeDemand(c.var.ctx, { token }), undefined, trouble);
      }
    },
  );
