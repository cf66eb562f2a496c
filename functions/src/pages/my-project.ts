import { type Words, wan } from "@lingxi/core/platform/text";
import { formatTime } from "@lingxi/core/platform/time";
import { changeProject, seeProject, withdrawOwnProject } from "@lingxi/core/project";
import { ChangeProject, type ProjectDetail, type ProjectStatus } from "@lingxi/core/project/schema";
import { paths } from "@lingxi/core/publication/schema";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { describe } from "../api/describe.ts";
import type { Env } from "../api/types.ts";
import { toDesk } from "./desk.ts";
import { form, type Values } from "./form.ts";
import { backTo, consentLine, type OwnPage, ownPage, ownWords, type Trouble } from "./own-page.ts";
import { one, posted, refused } from "./post.ts";
import { filledIn, projectFields } from "./project-fields.ts";

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
  again: { "zh-CN": "提交新的项目", en: "Submit another project" },
  change: { "zh-CN": "修改项目", en: "Change the project" },
  saved: { "zh-CN": "修改已保存，项目等待审核。", en: "Your changes are saved, and the project waits for review." },
  withdraw: { "zh-CN": "撤回项目", en: "Withdraw the project" },
  sure: {
    "zh-CN": "撤回后公开页面立即下线，不能恢复；联系信息在 180 天后删除。如需再次挂牌，请重新提交。",
    en: "The public page goes away at once, and this cannot be undone; contact details are deleted after 180 days. To list it again, submit it again.",
  },
} satisfies Record<string, Words>;

const tone: Readonly<Partial<Record<ProjectStatus, "warning" | "success">>> = {
  "changes-requested": "warning",
  listed: "success",
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
  region: project.region,
  phone: project.contact.phone,
});

async function show(c: Context<Env>, project: ProjectDetail, values?: Values, trouble?: Trouble) {
  const { locale } = c.var;
  const { status, consent, contact } = project;
  const t = (text: Words) => text[locale];
  const open = status === "submitted" || status === "changes-requested";
  const ended = status === "declined" || status === "withdrawn";
  const own: OwnPage = {
    title: t(words.title),
    context: project.title[locale] ?? project.title["zh-CN"],
    saved: t(words.saved),
    state: { text: t(words[status]), tone: tone[status] },
    remark: { title: t(ownWords.remark), text: project.remark },
    links: [
      status === "listed" && { text: t(ownWords.page), path: paths.project(project.id) },
      ended && { text: t(words.again), path: paths.submitProject },
    ],
    facts: [
      [t(ownWords.number), html`<code>${project.id}</code>`],
      [t(ownWords.sent), formatTime(project.submittedAt, locale)],
      [t(ownWords.contact), [contact.name, contact.email, contact.phone].filter(Boolean).join(" · ")],
      [t(ownWords.consent), consentLine(consent, locale)],
    ],
    change: open
      ? {
          title: t(words.change),
          open: status === "changes-requested",
          form: form({
            locale,
            schema: ChangeProject,
            fields: projectFields(locale),
            values: values ?? current(project),
            errors: trouble?.errors ?? [],
            refusal: trouble?.refusal,
            submit: t(ownWords[status === "submitted" ? "save" : "resubmit"]),
            hidden: { version: one(values?.version) ?? String(project.version), locale: project.locale },
          }),
        }
      : undefined,
    end: ended ? undefined : { title: t(words.withdraw), sure: t(words.sure), step: "withdraw" },
  };
  return ownPage(c, own, trouble);
}

const pageOf = (token: string) => `/my/projects/${token}`;

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
        return backTo(c, pageOf(token), true);
      } catch (error) {
        const desk = toDesk(c, error, "project");
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
        return backTo(c, pageOf(token));
      } catch (error) {
        const trouble = refused(c, error);
        return show(c, await seeProject(c.var.ctx, { token }), undefined, trouble);
      }
    },
  );
