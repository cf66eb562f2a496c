import { type ConsentPurpose, consentText, currentConsent } from "@lingxi/core/consent/schema";
import type { Words } from "@lingxi/core/platform/text";
import { paths } from "@lingxi/core/publication/schema";
import { changeTalent, chooseTalentConsent, leaveTalents, seeTalent } from "@lingxi/core/talent";
import { ChangeTalent, type TalentDetail } from "@lingxi/core/talent/schema";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import { form, type Values } from "./form.ts";
import { backTo, baseOf, consentLine, type OwnPage, ownPage, ownWords, type Trouble } from "./own-page.ts";
import { one, posted, refused } from "./post.ts";
import { personIn, talentFields } from "./talent.ts";

const words = {
  title: { "zh-CN": "我的人才库信息", en: "Your place in the talent pool" },
  applied: {
    "zh-CN": "申请正在等待审核，结果会发到您的邮箱。",
    en: "Your application is waiting for review; we write to you about the result.",
  },
  approved: { "zh-CN": "您已在人才库中。", en: "You are in the talent pool." },
  declined: {
    "zh-CN": "申请没有通过审核。如需再次申请，请先退出，再重新填写。",
    en: "Your application was declined. To apply again, leave first and fill in the form again.",
  },
  withdrawn: {
    "zh-CN": "您已退出人才库，个人信息已删除，只保留同意与撤回的记录。",
    en: "You have left the pool. Your data were erased; only the record of your consents and their withdrawal is kept.",
  },
  remark: { "zh-CN": "主办方的理由", en: "The organiser's reason" },
  again: { "zh-CN": "重新申请", en: "Apply again" },
  visible: { "zh-CN": "您的个人页面是公开的。", en: "Your profile is public." },
  hidden: { "zh-CN": "您的个人页面没有公开。", en: "Your profile is not public." },
  waiting: {
    "zh-CN": "您已同意公开个人页面，审核通过后显示。",
    en: "You agreed to a public profile; it appears once you are approved.",
  },
  profile: { "zh-CN": "公开个人页面", en: "Public profile" },
  exchange: { "zh-CN": "提供给省级人才库", en: "Provincial talent database" },
  notices: { "zh-CN": "活动邀请", en: "Invitations to events" },
  on: { "zh-CN": "同意", en: "I agree" },
  off: { "zh-CN": "撤回同意", en: "Withdraw consent" },
  change: { "zh-CN": "修改信息", en: "Change your details" },
  review: {
    "zh-CN": "入库后修改的内容需要重新审核，审核期间公开页面暂时下线。只改手机号不需要审核。",
    en: "What you change after approval is reviewed again; meanwhile the public profile is taken down. A new telephone number alone needs no review.",
  },
  saved: { "zh-CN": "修改已保存。", en: "Your changes are saved." },
  leave: { "zh-CN": "退出人才库", en: "Leave the pool" },
  sure: {
    "zh-CN": "退出后，您的个人信息和公开页面立即删除，不能恢复。",
    en: "Your data and your public profile are erased at once; this cannot be undone.",
  },
  history: { "zh-CN": "同意记录", en: "Record of consents" },
  record: { "zh-CN": "我的转化业绩", en: "What you brought about" },
  pool: { "zh-CN": "加入人才库", en: "Talent pool" },
  email: { "zh-CN": "邮箱（不公开）", en: "E-mail (not public)" },
} satisfies Record<string, Words>;

const purposes: Readonly<Partial<Record<ConsentPurpose, Words>>> = {
  "talent-pool": words.pool,
  "talent-profile": words.profile,
  "talent-exchange": words.exchange,
  "event-notices": words.notices,
};
const choices = { profile: "talent-profile", exchange: "talent-exchange", notices: "event-notices" } as const;

type Own = TalentDetail & { isPublic: boolean };

const current = (own: Own): Values => ({
  name: own.name,
  organisation: own.organisation,
  title: own.title,
  expertise: own.expertise.join(own.locale === "en" ? ", " : "、"),
  chains: own.chains,
  introduction: own.introduction[own.locale] ?? own.introduction["zh-CN"],
  phone: own.phone,
});

async function show(c: Context<Env>, own: Own, values?: Values, trouble?: Trouble) {
  const { locale } = c.var;
  const { status, consents } = own;
  const t = (text: Words) => text[locale];
  const inPool = status === "applied" || status === "approved";
  const agreed = (purpose: ConsentPurpose) => consents.some((k) => k.purpose === purpose && !k.withdrawnAt);
  const choice = (name: keyof typeof choices) => {
    const given = agreed(choices[name]);
    const version =
      consents.findLast((k) => k.purpose === choices[name] && !k.withdrawnAt)?.version ?? currentConsent(choices[name]).version;
    return html`<section class="card stack"><h2>${t(words[name])}</h2>
      <p>${consentText(choices[name], version)?.[locale] ?? ""}</p>
      <form method="post" action="${baseOf(c)}/consents"><input type="hidden" name="purpose" value="${choices[name]}"><input type="hidden" name="given" value="${given ? "no" : "yes"}"><button class="button button--quiet" type="submit">${t(words[given ? "off" : "on"])}</button></form></section>`;
  };
  const visibility = own.isPublic
    ? words.visible
    : agreed("talent-profile") && status === "applied"
      ? words.waiting
      : words.hidden;
  const shown: OwnPage = {
    title: t(words.title),
    context: own.name,
    saved: t(words.saved),
    state: {
      text: `${t(words[status])}${inPool ? ` ${t(visibility)}` : ""}`,
      tone: status === "approved" ? "success" : undefined,
    },
    remark: { title: t(words.remark), text: status === "declined" ? own.remark : undefined },
    links: [
      own.isPublic && { text: t(ownWords.page), path: paths.talent(own.id), look: "quiet" },
      status === "approved" && {
        text: t(words.record),
        path: `/my/matches/record/${baseOf(c).split("/").at(-1)}`,
        look: "quiet",
      },
      status === "withdrawn" && { text: t(words.again), path: paths.joinTalents },
    ],
    facts: [own.email ? [t(words.email), own.email] : undefined],
    more: inPool ? [choice("profile"), choice("exchange"), choice("notices")] : [],
    change: inPool
      ? {
          title: t(words.change),
          open: false,
          form: html`${status === "approved" ? html`<p>${t(words.review)}</p>` : ""}${form({
            locale,
            schema: ChangeTalent,
            fields: talentFields(locale),
            values: values ?? current(own),
            errors: trouble?.errors ?? [],
            refusal: trouble?.refusal,
            submit: t(ownWords.save),
            hidden: { version: one(values?.version) ?? String(own.version) },
          })}`,
        }
      : undefined,
    end: status === "withdrawn" ? undefined : { title: t(words.leave), sure: t(words.sure), step: "leave" },
    after: html`<details${status === "withdrawn" ? html` open` : ""}><summary>${t(words.history)}</summary><dl class="facts">${consents.map((k) => html`<div><dt>${purposes[k.purpose]?.[locale] ?? k.purpose}</dt><dd>${consentLine(k, locale)}</dd></div>`)}</dl></details>`,
  };
  return ownPage(c, shown, trouble);
}

const pageOf = (token: string) => `/my/talents/${token}`;

/** A person's page behind the secret link. Every GET only reads, since mail scanners follow links. */
export const ownTalentPages = new Hono<Env>()
  .get(
    "/talents/:token",
    describe({ summary: "The page of one person in the pool", verb: seeTalent, answers: "text/html" }),
    async (c) => show(c, await seeTalent(c.var.ctx, c.req.param())),
  )
  .post(
    "/talents/:token",
    describe({ summary: "Change it by the form", verb: changeTalent, from: "form", status: 303 }),
    async (c) => {
      const { token } = c.req.param();
      const values = await posted(c);
      try {
        await changeTalent(c.var.ctx, { ...personIn(values, c.var.locale), token, version: one(values.version) });
        return backTo(c, pageOf(token), true);
      } catch (error) {
        const trouble = refused(c, error);
        return show(c, await seeTalent(c.var.ctx, { token }), values, trouble);
      }
    },
  )
  .post(
    "/talents/:token/consents",
    describe({ summary: "Opt in or out by the button", verb: chooseTalentConsent, from: "form", status: 303 }),
    async (c) => {
      const { token } = c.req.param();
      const values = await posted(c);
      try {
        const purpose = one(values.purpose) as "talent-profile";
        await chooseTalentConsent(c.var.ctx, { token, purpose, given: one(values.given) === "yes" });
        return backTo(c, pageOf(token), true);
      } catch (error) {
        const trouble = refused(c, error);
        return show(c, await seeTalent(c.var.ctx, { token }), undefined, trouble);
      }
    },
  )
  .post(
    "/talents/:token/leave",
    describe({ summary: "Leave the pool by the button", verb: leaveTalents, from: "form", status: 303 }),
    async (c) => {
      const { token } = c.req.param();
      await leaveTalents(c.var.ctx, { token });
      return backTo(c, pageOf(token));
    },
  );
