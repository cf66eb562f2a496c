import type { Ctx } from "../platform/context.ts";
import type { Message } from "../platform/mail/compose.ts";
import { type Block, letter, myDataLink } from "../platform/mail/letter.ts";
import { fill, type Words } from "../platform/text.ts";
import { inLocale, paths } from "../publication/schema.ts";
import type { TalentRecord } from "./entity.ts";
import { talentLink } from "./link.ts";
import { isPublic } from "./policy.ts";
import type { TalentTelling } from "./tell-talent.ts";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

const subjects: Readonly<Record<TalentTelling, Words>> = {
  applied: w("人才库申请已收到", "We have your application to the talent pool"),
  approved: w("您已加入灵犀人才库", "You are in the Lingxi talent pool"),
  declined: w("人才库申请未通过", "Your application to the talent pool was declined"),
  "link-asked": w("您的人才库专属链接", "Your private link to the talent pool"),
};

const bodies: Readonly<Record<TalentTelling, Words>> = {
  applied: w(
    "{name}，您好！我们收到了您的申请，会尽快审核，结果发到这个邮箱。通过下面的链接可以查看、修改或退出。",
    "Dear {name}, we have your application and will review it soon; the result comes to this address. By the link below you can see it, change it or leave.",
  ),
  approved: w(
    "{name}，您好！您的申请已通过审核。有合适的需求或活动时，主办方会与您联系。",
    "Dear {name}, your application was approved. The organiser contacts you when there is a fitting demand or activity.",
  ),
  declined: w("{name}，您好！您的申请没有通过审核。理由：", "Dear {name}, your application was not accepted. The reason:"),
  "link-asked": w(
    "{name}，您好！此邮箱又提交了一次人才库申请。您已有一份申请，信息没有改变；查看、修改或退出请用下面的链接。",
    "Dear {name}, this address was used to apply again. You have an application already, and it was not changed; by the link below you can see it, change it or leave.",
  ),
};

const words = {
  manage: w("查看、修改或退出", "See, change or leave"),
  page: w("查看公开页面", "See your public profile"),
  hidden: w(
    "您的信息没有公开。如愿公开个人页面，可以在链接中开启，随时可以关闭。",
    "Your profile is not public. You can make it public by the link, and take it down at any time.",
  ),
  why: w(
    "您收到这封邮件，是因为有人用此邮箱申请加入灵犀人才库。如果不是您本人操作，请点击链接退出，信息会立即删除。链接只属于您，请勿转发。",
    "You receive this because this address was used to apply to the Lingxi talent pool. If it was not you, leave by the link, and the data are erased at once. The link is yours alone: do not pass it on.",
  ),
} as const;

/** The mail to one person about their place in the pool: what happened, why, and the secret link. */
export function talentLetter(ctx: Ctx, telling: TalentTelling, talent: TalentRecord): Message {
  const { locale, name, email } = talent;
  const t = (text: Words) => fill(text[locale], { name });
  const at = (path: string) => `${ctx.origin}${inLocale(path, locale)}`;
  const visible = isPublic(talent);
  const blocks: Block[] = [
    { kind: "text", text: t(bodies[telling]) },
    ...(telling === "declined" && talent.remark ? [{ kind: "text", text: talent.remark } as const] : []),
    ...(telling === "approved" && !visible ? [{ kind: "text", text: t(words.hidden) } as const] : []),
    ...(telling === "approved" && visible
      ? [{ kind: "link", text: t(words.page), href: at(paths.talent(talent.id)) } as const]
      : []),
    { kind: "button", text: t(words.manage), href: at(`/my/talents/${talentLink.token(ctx, talent)}`) },
  ];
  const subject = t(subjects[telling]);
  const { html, text } = letter(locale, subject, blocks, [{ kind: "text", text: t(words.why) }, myDataLink(ctx.origin, locale)]);
  return { to: { address: email, name }, subject, html, text, locale };
}
