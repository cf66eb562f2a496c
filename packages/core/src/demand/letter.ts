import type { Ctx } from "../platform/context.ts";
import type { Message } from "../platform/mail/compose.ts";
import { type Block, letter, myDataLink } from "../platform/mail/letter.ts";
import { fill, say, type Words } from "../platform/text.ts";
import { inLocale, paths } from "../publication/schema.ts";
import { notesOn } from "./content.ts";
import type { DemandRecord } from "./entity.ts";
import { demandLink } from "./link.ts";
import { type DemandStatus, demandNotes } from "./schema.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

const subjects: Readonly<Record<DemandStatus, Words>> = {
  submitted: w("需求已收到：{title}", "We have your need: {title}"),
  "changes-requested": w("请修改需求：{title}", "Please change your need: {title}"),
  listed: w("需求已公开：{title}", "Your need is listed: {title}"),
  declined: w("需求未通过审核：{title}", "Your need was declined: {title}"),
  withdrawn: w("需求已撤回：{title}", "Your need was withdrawn: {title}"),
};

const bodies: Readonly<Record<DemandStatus, Words>> = {
  submitted: w(
    "{name}，您好！我们收到了您的需求，会尽快审核，结果发到这个邮箱。审核期间可以通过下面的链接查看、修改或撤回。",
    "Dear {name}, we have your need and will review it soon; the result comes to this address. Until then you can see, change or withdraw it by the link below.",
  ),
  "changes-requested": w(
    "{name}，您好！需求公开前还需要修改。请打开下面的链接修改后重新提交。审核意见：",
    "Dear {name}, your need requires some changes before it can be listed. Open the link below, change it and submit it again. The reviewer says:",
  ),
  listed: w(
    "{name}，您好！您的需求已经公开，所有人都可以看到。有合适的技术时，主办方会与您联系。联系人、邮箱和手机没有公开。",
    "Dear {name}, your need is listed, and everyone can read it. The organiser contacts you when there is a fitting technology. Your contact details are not public.",
  ),
  declined: w("{name}，您好！您的需求没有通过审核。理由：", "Dear {name}, your need was not accepted. The reason:"),
  withdrawn: w(
    "{name}，您好！您的需求已撤回，不再公开。如有新的需要，可以重新发布。",
    "Dear {name}, your need was withdrawn and is not public any more. You can publish it again at any time.",
  ),
};

const words = {
  entered: w(
    "{name}，您好！主办方按您的同意，代贵单位录入了下面这条需求，审核后公开，结果发到这个邮箱。审核期间可以通过下面的链接查看、修改或撤回；如果您没有同意，请点击链接撤回。",
    "Dear {name}, with your consent the organiser has entered the need below for your organisation. It is reviewed before it is listed, and the result comes to this address. Until then you can see, change or withdraw it by the link below; if you did not agree, withdraw it there.",
  ),
  secret: w(
    "按您的声明，含商业秘密：只公开名称、应用场景和产业链等基本信息，问题、期望效果和技术指标没有公开。",
    "As you declared, it holds a trade secret: title, scenario, chain and the like are public; problem, effect and indicators are not.",
  ),
  state: w("查看、修改或撤回需求", "See, change or withdraw your need"),
  change: w("修改并重新提交", "Change and submit again"),
  own: w("查看或撤回需求", "See or withdraw your need"),
  page: w("查看公开页面", "See the public page"),
  again: w("发布新的需求", "Publish another need"),
  chosen: w("需求", "Need"),
  number: w("编号", "Number"),
  why: w(
    "您收到这封邮件，是因为有人用此邮箱发布了上述需求。如果不是您本人操作，请点击链接撤回。链接只属于您，请勿转发。",
    "You receive this because this address was used to publish the need. If it was not you, withdraw it by the link. The link is yours alone: do not pass it on.",
  ),
  whyEntered: w(
    "您收到这封邮件，是因为主办方录入需求时把您登记为联系人。链接只属于您，请勿转发。",
    "You receive this because the organiser named you as the contact of this need. The link is yours alone: do not pass it on.",
  ),
} as const;

/** The mail to the contact about one need: what happened to it, why, and the links. Of its texts only the title, which is never secret. */
export function demandLetter(ctx: Ctx, demand: DemandRecord): Message {
  const { locale, status, contact } = demand;
  const title = say(demand.title, locale) || demand.id;
  const t = (text: Words) => fill(text[locale], { title, name: contact.name });
  const at = (path: string) => `${ctx.origin}${inLocale(path, locale)}`;
  const own = at(`/my/demands/${demandLink.token(ctx, demand)}`);
  const ended = status === "declined" || status === "withdrawn";
  const entered = demand.consent.source === "organiser";
  const text = (of: string): Block => ({ kind: "text", text: of });

  const links: Block[] =
    status === "listed"
      ? [
          { kind: "button", text: t(words.page), href: at(paths.demand(demand.id)) },
          { kind: "link", text: t(words.own), href: own },
        ]
      : ended
        ? [{ kind: "button", text: t(words.again), href: at(paths.publishDemand) }]
        : [{ kind: "button", text: t(status === "submitted" ? words.state : words.change), href: own }];
  const blocks: Block[] = [
    text(t(status === "submitted" && entered ? words.entered : bodies[status])),
    ...(demand.remark ? [text(demand.remark)] : []),
    ...(status === "listed" && demand.secrecy === "trade-secret" ? [text(t(words.secret))] : []),
    {
      kind: "facts",
      facts: [
        [t(words.chosen), title],
        [t(words.number), demand.id],
      ],
    },
    ...(status === "submitted" ? notesOn(demand).map((note) => text(t(demandNotes[note]))) : []),
    ...links,
  ];
  const subject = t(subjects[status]);
  const footer = [...(ended ? [] : [text(t(entered ? words.whyEntered : words.why))]), myDataLink(ctx.origin, locale)];
  const { html, text: plain } = letter(locale, subject, blocks, footer);
  return { to: { address: contact.email, name: contact.name }, subject, html, text: plain, locale };
}
