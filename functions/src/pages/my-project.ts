import { wan } from "@lingxi/core/platform/money";
import type { Words } from "@lingxi/core/platform/text";
import { changeProject, seeProject, withdrawOwnProject } from "@lingxi/core/project";
import { ChangeProject, type ProjectDetail } from "@lingxi/core/project/schema";
import { paths } from "@lingxi/core/publication/schema";
import { html } from "hono/html";
import type { Values } from "./form.ts";
import { ownListingPages } from "./own-listing.ts";
import { filledIn, projectFields } from "./project-fields.ts";
import { here } from "./shell.ts";
import { standing } from "./standing.ts";

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
  roadshow: { "zh-CN": "用这个项目报名路演", en: "Enter this project for a roadshow" },
  again: { "zh-CN": "提交新的项目", en: "Submit another project" },
  change: { "zh-CN": "修改项目", en: "Change the project" },
  saved: { "zh-CN": "修改已保存，项目等待审核。", en: "Your changes are saved, and the project waits for review." },
  withdraw: { "zh-CN": "撤回项目", en: "Withdraw the project" },
  sure: {
    "zh-CN": "撤回后公开页面立即下线，不能恢复；联系信息在 180 天后删除。如需再次挂牌，请重新提交。",
    en: "The public page goes away at once, and this cannot be undone; contact details are deleted after 180 days. To list it again, submit it again.",
  },
} satisfies Record<string, Words>;

/** What a project says, as its form shows it. */
const values = (project: ProjectDetail): Values => ({
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
  creditCode: project.creditCode,
  region: project.region,
  phone: project.contact.phone,
});

/** A supplier's page behind the secret link. */
export const ownProjectPages = ownListingPages<ProjectDetail>({
  name: "projects",
  form: "project",
  words,
  summaries: {
    see: "The page of one project for its supplier",
    change: "Change it by the form",
    withdraw: "Withdraw it by the button",
  },
  see: seeProject,
  change: changeProject,
  withdraw: withdrawOwnProject,
  schema: ChangeProject,
  fields: (c) => projectFields(c.var.locale),
  values,
  more: ({ status, contact, seeking }, c) =>
    status === "declined" || status === "withdrawn"
      ? []
      : [
          html`<p><a href="${here(c, `/my/roadshow/projects/${c.req.param("token")}`)}">${words.roadshow[c.var.locale]}</a></p>`,
          ...(status === "listed"
            ? [standing(c, { kind: "project" as const, email: contact.email, alone: Boolean(seeking) })]
            : []),
        ],
  read: filledIn,
  publicPath: paths.project,
  formPath: paths.submitProject,
});
