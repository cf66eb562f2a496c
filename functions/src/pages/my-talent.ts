import { type Consent, type ConsentPurpose, consentText, currentConsent } from "@lingxi/core/consent/schema";
import { fill, type Words } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { paths } from "@lingxi/core/publication/schema";
import { changeTalent, chooseTalentConsent, leaveTalents, seeTalent } from "@lingxi/core/talent";
import { ChangeTalent, type TalentDetail, type TalentStatus } from "@lingxi/core/talent/schema";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import { form, type Values } from "./form.ts";
import { one, posted, refused } from "./post.ts";
import { here, page } from "./shell.ts";
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
  page: { "zh-CN": "查看公开页面", en: "See your public profile" },
  profile: { "zh-CN": "公开个人页面", en: "Public profile" },
  exchange: { "zh-CN": "提供给省级人才库", en: "Provincial talent database" },
  on: { "zh-CN": "同意", en: "I agree" },
  off: { "zh-CN": "撤回同意", en: "Withdraw consent" },
  change: { "zh-CN": "修改信息", en: "Change your details" },
  review: {
    "zh-CN": "入库后修改的内容需要重新审核，审核期间公开页面暂时下线。只改手机号不需要审核。",
    en: "What you change after approval is reviewed again; meanwhile the public profile is taken down. A new telephone number alone needs no review.",
  },
  save: { "zh-CN": "保存修改", en: "Save" },
  saved: { "zh-CN": "修改已保存。", en: "Your changes are saved." },
  leave: { "zh-CN": "退出人才库", en: "Leave the pool" },
  sure: {
    "zh-CN": "退出后，您的个人信息和公开页面立即删除，不能恢复。",
    en: "Your data and your public profile are erased at once; this cannot be undone.",
  },
  given: { "zh-CN": "{at} 同意（文本版本 {version}）", en: "given {at} (text version {version})" },
  withdrawnAt: { "zh-CN": "，{at} 撤回", en: ", withdrawn {at}" },
  history: { "zh-CN": "同意记录", en: "Record of consents" },
  pool: { "zh-CN": "加入人才库", en: "Talent pool" },
  email: { "zh-CN": "邮箱（不公开）", en: "E-mail (not public)" },
  listing: { "zh-CN": "项目挂牌", en: "Project listing" },
} satisfies Record<string, Words>;

const purposes: Readonly<Record<ConsentPurpose, Words>> = {
  "project-listing": words.listing,
  "talent-pool": words.pool,
  "talent-profile": words.profile,
  "talent-exchange": words.exchange,
};
const tone: Readonly<Record<TalentStatus, string>> = { applied: "", approved: " notice--success", declined: "", withdrawn: "" };
const choices = { profile: "talent-profile", exchange: "talent-exchange" } as const;

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

async function show(c: Context<Env>, own: Own, values?: Values, trouble?: ReturnType<typeof refused>) {
  const { locale } = c.var;
  const { status, consents } = own;
  const base = c.req.path.replace(/\/(consents|leave)$/, "");
  const inPool = status === "applied" || status === "approved";
  const agreed = (purpose: ConsentPurpose) => consents.some((k) => k.purpose === purpose && !k.withdrawnAt);
  const line = (k: Consent) =>
    fill(words.given[locale], { at: formatTime(k.at, locale), version: k.version }) +
    (k.withdrawnAt ? fill(words.withdrawnAt[locale], { at: formatTime(k.withdrawnAt, locale) }) : "");
  const choice = (name: keyof typeof choices) => {
    const given = agreed(choices[name]);
    const version =
      consents.findLast((k) => k.purpose === choices[name] && !k.withdrawnAt)?.version ?? currentConsent(choices[name]).version;
    return html`<section class="card stack"><h2>${words[name][locale]}</h2>
      <p>${consentText(choices[name], version)?.[locale] ?? ""}</p>
      <form method="post" action="${base}/consents"><input type="hidden" name="purpose" value="${choices[name]}"><input type="hidden" name="given" value="${given ? "no" : "yes"}"><button class="button button--quiet" type="submit">${words[given ? "off" : "on"][locale]}</button></form></section>`;
  };
  const visibility = own.isPublic
    ? words.visible
    : agreed("talent-profile") && status === "applied"
      ? words.waiting
      : words.hidden;
  const body = html`<div class="page page--form stack">
    <h1>${words.title[locale]}${own.name ? html`<span class="page__context">${own.name}</span>` : ""}</h1>
    ${c.req.query("saved") && !trouble ? html`<p class="notice notice--success" role="status">${words.saved[locale]}</p>` : ""}
    ${trouble && !inPool ? html`<p class="notice notice--error" role="alert">${trouble.refusal ?? ""}</p>` : ""}
    <div class="notice${tone[status]}"><p>${words[status][locale]}${inPool ? ` ${visibility[locale]}` : ""}</p></div>
    ${own.remark && status === "declined" ? html`<section class="stack"><h2>${words.remark[locale]}</h2><p class="said">${own.remark}</p></section>` : ""}
    ${own.isPublic ? html`<p><a class="button button--quiet" href="${here(c, paths.talent(own.id))}">${words.page[locale]}</a></p>` : ""}
    ${status === "withdrawn" ? html`<p><a class="button" href="${here(c, paths.joinTalents)}">${words.again[locale]}</a></p>` : ""}
    ${own.email ? html`<dl class="facts"><div><dt>${words.email[locale]}</dt><dd>${own.email}</dd></div></dl>` : ""}
    ${inPool ? html`${choice("profile")}${choice("exchange")}` : ""}
    ${
      inPool
        ? html`<details${trouble ? html` open` : ""}><summary>${words.change[locale]}</summary>${status === "approved" ? html`<p>${words.review[locale]}</p>` : ""}${form(
            {
              locale,
              schema: ChangeTalent,
              fields: talentFields(locale),
              values: values ?? current(own),
              errors: trouble?.errors ?? [],
              refusal: trouble?.refusal,
              submit: words.save[locale],
              hidden: { version: one(values?.version) ?? String(own.version) },
            },
          )}</details>`
        : ""
    }
    ${status === "withdrawn" ? "" : html`<details><summary>${words.leave[locale]}</summary><p>${words.sure[locale]}</p><form method="post" action="${base}/leave"><button class="button button--danger" type="submit">${words.leave[locale]}</button></form></details>`}
    <details${status === "withdrawn" ? html` open` : ""}><summary>${words.history[locale]}</summary><dl class="facts">${consents.map((k) => html`<div><dt>${purposes[k.purpose][locale]}</dt><dd>${line(k)}</dd></div>`)}</dl></details>
  </div>`;
  return page(c, words.title[locale], body, trouble?.status);
}

const back = (c: Context<Env>, token: string, saved = false) =>
  c.redirect(here(c, `/my/talents/${token}${saved ? "?saved=1" : ""}`), 303);

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
        return back(c, token, true);
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
        return back(c, token, true);
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
      return back(c, token);
    },
  );
