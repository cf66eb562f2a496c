import { fill, type Words } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { changeProject, seeProject, withdrawOwnProject } from "@lingxi/core/project";
import { ChangeProject, type ProjectDetail, type ProjectStatus } from "@lingxi/core/project/schema";
import { paths } from "@lingxi/core/publication/schema";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import { form, type Values } from "./form.ts";
import { one, posted, refused } from "./post.ts";
import { toDesk } from "./project.ts";
import { filledIn, projectFields, wan } from "./project-fields.ts";
import { here, page } from "./shell.ts";

const words = {
  title: { "zh-CN": "我的项目", en: "Your project" },
  submitted: {
    "zh-CN": "项目正在等待审核，结果会发到您的邮箱。审核前可以修改或撤回。",
    en: "Your project is waiting for review; we write to you about the result. Until then you can change or withdraw it.",
  },
  "changes-requested": {
    "zh-CN": "主办方请您修改后重新提交。",
    en: "The organiser asks you to change the project and submit it again.",
  },
  listed: { "zh-CN": "项目已公开挂牌。", en: "Your project is listed and public." },
  declined: { "zh-CN": "项目没有通过审核。", en: "Your project was declined." },
  withdrawn: { "zh-CN": "项目已撤回，不再公开。", en: "Your project was withdrawn and is not public any more." },
  remark: { "zh-CN": "主办方的意见", en: "The organiser says" },
  public: { "zh-CN": "查看公开页面", en: "See the public page" },
  again: { "zh-CN": "提交新的项目", en: "Submit another project" },
  change: { "zh-CN": "修改项目", en: "Change the project" },
  save: { "zh-CN": "保存修改", en: "Save" },
  resubmit: { "zh-CN": "保存并重新提交", en: "Save and submit again" },
  saved: { "zh-CN": "修改已保存，项目等待审核。", en: "Your changes are saved, and the project waits for review." },
  withdraw: { "zh-CN": "撤回项目", en: "Withdraw the project" },
  sure: {
    "zh-CN": "撤回后公开页面立即下线，不能恢复；联系信息在 180 天后删除。如需再次挂牌，请重新提交。",
    en: "The public page goes away at once, and this cannot be undone; contact details are deleted after 180 days. To list it again, submit it again.",
  },
  number: { "zh-CN": "编号", en: "Number" },
  sent: { "zh-CN": "提交时间", en: "Submitted" },
  contact: { "zh-CN": "联系信息（不公开）", en: "Contact (not public)" },
  consent: { "zh-CN": "信息使用同意", en: "Consent" },
  consentAt: { "zh-CN": "{at} 同意（文本版本 {version}）", en: "given {at} (text version {version})" },
} satisfies Record<string, Words>;

const tone: Readonly<Record<ProjectStatus, string>> = {
  submitted: "",
  "changes-requested": " notice--warning",
  listed: " notice--success",
  declined: "",
  withdrawn: "",
};

const current = (project: ProjectDetail): Values => ({
  secrecy: project.secrecy,
  title: project.title[project.locale] ?? project.title["zh-CN"],
  problem: project.problem[project.locale] ?? project.problem["zh-CN"],
  advantage: project.advantage[project.locale] ?? project.advantage["zh-CN"],
  economics: project.economics[project.locale] ?? project.economics["zh-CN"],
  chain: project.chain,
  trl: String(project.trl),
  ways: project.ways,
  askingFrom: wan(project.askingFrom),
  askingTo: wan(project.askingTo),
  name: project.contact.name,
  organisation: project.organisation,
  phone: project.contact.phone,
});

async function show(c: Context<Env>, project: ProjectDetail, values?: Values, trouble?: ReturnType<typeof refused>) {
  const { locale } = c.var;
  const { status, consent } = project;
  const title = project.title[locale] ?? project.title["zh-CN"];
  const open = status === "submitted" || status === "changes-requested";
  const ended = status === "declined" || status === "withdrawn";
  const body = html`<div class="page page--form stack">
    <h1>${words.title[locale]}<span class="page__context">${title}</span></h1>
    ${c.req.query("saved") && !trouble ? html`<p class="notice notice--success" role="status">${words.saved[locale]}</p>` : ""}
    ${trouble && !open ? html`<p class="notice notice--error" role="alert">${trouble.refusal ?? ""}</p>` : ""}
    <div class="notice${tone[status]}"><p>${words[status][locale]}</p></div>
    ${project.remark ? html`<section class="stack"><h2>${words.remark[locale]}</h2><p class="said">${project.remark}</p></section>` : ""}
    ${status === "listed" ? html`<p><a class="button" href="${here(c, paths.project(project.id))}">${words.public[locale]}</a></p>` : ""}
    ${ended ? html`<p><a class="button" href="${here(c, paths.submitProject)}">${words.again[locale]}</a></p>` : ""}
    <dl class="facts">
      <div><dt>${words.number[locale]}</dt><dd><code>${project.id}</code></dd></div>
      <div><dt>${words.sent[locale]}</dt><dd>${formatTime(project.submittedAt, locale)}</dd></div>
      <div><dt>${words.contact[locale]}</dt><dd>${project.contact.name} · ${project.contact.email}${project.contact.phone ? ` · ${project.contact.phone}` : ""}</dd></div>
      <div><dt>${words.consent[locale]}</dt><dd>${fill(words.consentAt[locale], { at: formatTime(consent.at, locale), version: consent.version })}</dd></div>
    </dl>
    ${
      open
        ? html`<details${trouble || status === "changes-requested" ? html` open` : ""}><summary>${words.change[locale]}</summary>${form(
            {
              locale,
              schema: ChangeProject,
              fields: projectFields(locale),
              values: values ?? current(project),
              errors: trouble?.errors ?? [],
              refusal: trouble?.refusal,
              submit: words[status === "submitted" ? "save" : "resubmit"][locale],
              hidden: { version: one(values?.version) ?? String(project.version), locale: project.locale },
            },
          )}</details>`
        : ""
    }
    ${
      ended
        ? ""
        : html`<details><summary>${words.withdraw[locale]}</summary><p>${words.sure[locale]}</p><form method="post" action="${c.req.path.replace(/\/withdraw$/, "")}/withdraw"><button class="button button--danger" type="submit">${words.withdraw[locale]}</button></form></details>`
    }
  </div>`;
  return page(c, words.title[locale], body, trouble?.status);
}

const back = (c: Context<Env>, token: string, saved = false) =>
  c.redirect(here(c, `/my/projects/${token}${saved ? "?saved=1" : ""}`), 303);

/** A supplier's page behind the secret link. Every GET only reads, since mail scanners follow links. */
export const ownProjectPages = new Hono<Env>()
  .get(
    "/projects/:token",
    describe({ summary: "The page of one project for its supplier", verb: seeProject, answers: "text/html" }),
    async (c) => show(c, await seeProject(c.var.ctx, c.req.param())),
  )
  .post(
    "/projects/:token",
    describe({ summary: "Change it by the form", verb: changeProject, from: "form", status: 303 }),
    async (c) => {
      const { token } = c.req.param();
      const values = await posted(c);
      try {
        // The texts stay in the language they were written in, whichever language the page is read in.
        const written = one(values.locale) === "en" ? "en" : "zh-CN";
        await changeProject(c.var.ctx, { ...filledIn(values, written), token, version: one(values.version) });
        return back(c, token, true);
      } catch (error) {
        const desk = toDesk(c, error);
        if (desk) return desk;
        const trouble = refused(c, error);
        return show(c, await seeProject(c.var.ctx, { token }), values, trouble);
      }
    },
  )
  .post(
    "/projects/:token/withdraw",
    describe({ summary: "Withdraw it by the button", verb: withdrawOwnProject, from: "form", status: 303 }),
    async (c) => {
      const { token } = c.req.param();
      try {
        await withdrawOwnProject(c.var.ctx, { token });
        return back(c, token);
      } catch (error) {
        const trouble = refused(c, error);
        return show(c, await seeProject(c.var.ctx, { token }), undefined, trouble);
      }
    },
  );
