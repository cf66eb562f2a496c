import type { Ctx } from "../platform/context.ts";
import type { Message } from "../platform/mail/compose.ts";
import { type Block, letter, myDataLink } from "../platform/mail/letter.ts";
import { fill, say, type Words } from "../platform/text.ts";
import { inLocale, paths } from "../publication/schema.ts";
import type { ProjectRecord } from "./entity.ts";
import { projectLink } from "./link.ts";
import type { ProjectStatus } from "./schema.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

const subjects: Readonly<Record<ProjectStatus, Words>> = {
  submitted: w("项目已收到：{title}", "We have your project: {title}"),
  "changes-requested": w("请修改项目：{title}", "Please change your project: {title}"),
  listed: w("项目已挂牌：{title}", "Your project is listed: {title}"),
  declined: w("项目未通过审核：{title}", "Your project was declined: {title}"),
  withdrawn: w("项目已撤回：{title}", "Your project was withdrawn: {title}"),
};

const bodies: Readonly<Record<ProjectStatus, Words>> = {
  submitted: w(
    "{name}，您好！我们收到了您的项目，会尽快审核，结果发到这个邮箱。审核期间可以通过下面的链接查看、修改或撤回。",
    "Dear {name}, we have your project and will review it soon; the result comes to this address. Until then you can see, change or withdraw it by the link below.",
  ),
  "changes-requested": w(
    "{name}，您好！项目挂牌前还需要修改。请打开下面的链接修改后重新提交。审核意见：",
    "Dear {name}, your project needs some changes before it can be listed. Open the link below, change it and submit it again. The reviewer says:",
  ),
  listed: w(
    "{name}，您好！您的项目已经挂牌，所有人都可以看到。联系人、邮箱和手机没有公开。",
    "Dear {name}, your project is listed, and everyone can read it. Your contact details are not public.",
  ),
  declined: w("{name}，您好！您的项目没有通过审核。理由：", "Dear {name}, your project was not accepted. The reason:"),
  withdrawn: w(
    "{name}，您好！您的项目已撤回，不再公开。如需挂牌，可以重新提交。",
    "Dear {name}, your project was withdrawn and is not public any more. You can submit it again at any time.",
  ),
};

const words = {
  state: w("查看、修改或撤回项目", "See, change or withdraw your project"),
  change: w("修改并重新提交", "Change and submit again"),
  page: w("查看公开页面", "See the public page"),
  again: w("提交新的项目", "Submit another project"),
  chosen: w("项目", "Project"),
  number: w("编号", "Number"),
  why: w(
    "您收到这封邮件，是因为有人用此邮箱提交了上述项目。如果不是您本人操作，请点击链接撤回。链接只属于您，请勿转发。",
    "You receive this because this address was used to submit the project. If it was not you, withdraw it by the link. The link is yours alone: do not pass it on.",
  ),
} as const;

/** The mail to a supplier about one project: what happened to it, why, and the links. */
export function projectLetter(ctx: Ctx, project: ProjectRecord): Message {
  const { locale, status, contact } = project;
  const title = say(project.title, locale) || project.id;
  const t = (text: Words) => fill(text[locale], { title, name: contact.name });
  const at = (path: string) => `${ctx.origin}${inLocale(path, locale)}`;
  const own = at(`/my/projects/${projectLink.token(ctx, project)}`);
  const ended = status === "declined" || status === "withdrawn";

  const links: Block[] =
    status === "listed"
      ? [
          { kind: "button", text: t(words.page), href: at(paths.project(project.id)) },
          { kind: "link", text: t(words.state), href: own },
        ]
      : ended
        ? [{ kind: "button", text: t(words.again), href: at(paths.submitProject) }]
        : [{ kind: "button", text: t(status === "submitted" ? words.state : words.change), href: own }];
  const blocks: Block[] = [
    { kind: "text", text: t(bodies[status]) },
    ...(project.remark ? [{ kind: "text", text: project.remark } as const] : []),
    {
      kind: "facts",
      facts: [
        [t(words.chosen), title],
        [t(words.number), project.id],
      ],
    },
    ...links,
  ];
  const subject = t(subjects[status]);
  const why: Block[] = ended ? [] : [{ kind: "text", text: t(words.why) }];
  const { html, text } = letter(locale, subject, blocks, [...why, myDataLink(ctx.origin, locale)]);
  return { to: { address: contact.email, name: contact.name }, subject, html, text, locale };
}
