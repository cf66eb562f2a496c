import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const words = {
  title: w("项目", "Projects"),
  intro: w("审核供方提交的项目：请其修改、挂牌或婉拒。", "Review what suppliers submit: ask for changes, list, or decline."),
  submitted: w("待审核", "Waiting"),
  "changes-requested": w("待修改", "Changes asked"),
  listed: w("已挂牌", "Listed"),
  declined: w("未通过", "Declined"),
  withdrawn: w("已撤回", "Withdrawn"),
  emptyTitle: w("这里没有项目", "No projects here"),
  emptyWaiting: w(
    "供方提交的项目会出现在这里，最早提交的排在最前。提交页面的地址是 /forms/project。",
    "What suppliers submit appears here, the one that waits longest first. The form's address is /forms/project.",
  ),
  emptyOther: w(
    "项目随审核进入各个状态。请在“待审核”里打开一份，挂牌、请供方修改或婉拒。",
    "Projects come here as they are reviewed. Open one that waits for review and list it, ask for changes or decline it.",
  ),
  name: w("项目", "Project"),
  trl: w("技术成熟度", "Readiness (TRL)"),
  back: w("返回项目列表", "Back to the list"),
  asking: w("意向价格", "Asking price"),
  "trade-secret": w("商业秘密：只公开名称和解决的问题", "Trade secret: only title and problem are public"),
  problem: w("解决什么问题", "Problem solved"),
  advantage: w("比现有最好的方案强在哪里", "Advantage over the leading alternative"),
  economics: w("经济性对比", "Economic comparison"),
  list: w("挂牌", "List"),
  listMany: w("公众页面随即可见，并发邮件告诉供方。", "The public pages appear at once, and the suppliers get a mail."),
  listedNow: w(
    "已挂牌，公众页面一两秒内可见，并已发邮件告诉供方。",
    "Listed; the public page shows it within a second or two, and the supplier gets a mail.",
  ),
  change: w("请供方修改", "Ask for changes"),
  changeLabel: w("修改意见", "What to change"),
  changeHelp: w(
    "意见会发到供方邮箱，供方修改后重新提交。",
    "The supplier gets this by mail, changes the project and submits it again.",
  ),
  changed: w("已请供方修改，意见已发到其邮箱。", "The supplier was asked for changes by mail."),
  decline: w("婉拒", "Decline"),
  declineHelp: w("婉拒后不能恢复。理由会发到供方邮箱。", "This cannot be undone. The supplier gets the reason by mail."),
  declinedNow: w("已婉拒，理由已发到供方邮箱。", "Declined; the supplier gets the reason by mail."),
  withdraw: w("撤下项目", "Withdraw"),
  withdrawHelp: w(
    "公开页面立即下线，不能恢复。理由会发到供方邮箱。",
    "The public page goes away at once, and this cannot be undone. The supplier gets the reason by mail.",
  ),
  withdrawnNow: w("已撤下，公开页面一两秒内下线。", "Withdrawn; the public page goes away within a second or two."),
  textsHelp: w(
    "供方只填了一种语言。可以在这里补上另一种；供方再次修改后，翻译需要重做。",
    "The supplier wrote in one language. Add the other here; after the supplier changes the text it has to be done again.",
  ),
  match: w("匹配", "Matches"),
  seeking: w("未匹配，自动挂牌", "No match: looking"),
  seekingSince: w(
    "{at} 起没有相符的需求，已自动挂牌，有新需求时通知供给方",
    "No need fits since {at}: it goes on looking, and its supplier is told of one that does",
  ),
} as const;
