import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const words = {
  askTitle: w("我的信息", "My data"),
  askLead: w(
    "填写邮箱，我们会发一个链接到该邮箱。通过链接可以查看、下载或删除我们保存的与您有关的全部信息。",
    "Enter your address, and we send a link to it. By the link you can see, download or erase everything that we hold on you.",
  ),
  askSubmit: w("发送链接", "Send the link"),
  sentTitle: w("请查收邮件", "Look into your mail"),
  sent: w(
    "如果填写的邮箱能收信，几分钟内会收到链接，10 分钟内有效，只能使用一次，并且只能在这个浏览器里打开。没有收到时，请查看垃圾邮件，五分钟后可以再次获取。",
    "If the address takes mail, the link comes within minutes; it works once, within 10 minutes, and only in this browser. If it does not come, look in the spam folder; after five minutes you can ask again.",
  ),
  sentSteps: w("接下来：打开邮件中的链接。", "What happens next: open the link in the mail."),
  back: w("回到首页", "Go to the home page"),
  openLead: w(
    "链接只能使用一次。点击后，可以在这个浏览器里查看、下载或删除您的信息，半小时内有效。",
    "The link works once. Press the button to see, download or erase your data in this browser, for half an hour.",
  ),
  open: w("查看我的信息", "See my data"),
  title: w("我的信息", "My data"),
  about: w("与 {email} 有关的全部信息", "Everything that we hold on {email}"),
  none: w("我们没有保存与此邮箱有关的信息。", "We hold nothing on this address."),
  erasing: w(
    "删除已经办理：系统中的信息已清除，备份中的副本几分钟内也将无法读取。",
    "You have been erased: nothing can be read here any more, and within minutes the copies in backups cannot be read either.",
  ),
  consents: w("同意记录", "Consents"),
  given: w("{at} 同意（文本版本 {version}，来源：{source}）", "given {at} (text version {version}, source: {source})"),
  withdrawn: w("，{at} 撤回", ", withdrawn {at}"),
  withdraw: w("撤回同意并删除这一项", "Withdraw and erase this entry"),
  withdrawSure: w(
    "立即生效：报名的名额让给下一位，公开的页面下线，通知不再发送，这一项中的个人信息删除，无法恢复。",
    "Takes effect at once: a seat goes to the next in line, a public page goes away, no notification is sent any more, and what is personal in this entry is erased for good.",
  ),
  take: w("带走我的信息", "Take my data along"),
  takeHelp: w(
    "网页文件可以直接阅读和打印，数据文件供其他程序使用。",
    "The page is to be read and printed, the data file is for other programs.",
  ),
  page: w("下载网页（HTML）", "Download the page (HTML)"),
  data: w("下载数据（JSON）", "Download the data (JSON)"),
  erase: w("删除我的全部信息", "Erase everything on me"),
  eraseHelp: w(
    "立即生效，无法恢复：所有报名取消，项目和需求撤回，退出人才库，公开页面下线，等待发送的邮件取消。以下记录依法保留，其中没有可读的个人信息：",
    "Takes effect at once and cannot be undone: all registrations are cancelled, projects and needs are withdrawn, you leave the talent pool, public pages go away, waiting mails are cancelled. Kept, as the law requires, with nothing personal that can be read:",
  ),
  eraseConfirm: w("我已了解，删除后无法恢复", "I understand that this cannot be undone"),
  eraseUnconfirmed: w("请先勾选“我已了解”，再删除。", "Tick the box first, then erase."),
  erasedTitle: w("您的信息已删除", "Your data were erased"),
  erased: w(
    "已清除 {count} 项。网站上的页面和搜索结果一分钟内下线；备份中的副本几分钟内无法读取。此后不会再给您发邮件。",
    "{count} entries were erased. Pages and search results are gone within a minute; copies in backups cannot be read within minutes. No mail comes to you any more.",
  ),
  kept: w("依法保留的记录", "What is kept"),
  doneOne: w("已撤回并删除。", "Withdrawn and erased."),
  made: w("{at} 导出", "Made {at}"),
} as const;

/** States of records, and where a consent was given. */
export const codes: Readonly<Record<string, Words>> = {
  confirmed: w("已确认", "confirmed"),
  waitlisted: w("候补", "on the waiting list"),
  offered: w("待确认名额", "a seat is held"),
  cancelled: w("已取消", "cancelled"),
  submitted: w("待审核", "waiting for review"),
  "changes-requested": w("待修改", "changes asked for"),
  listed: w("已公开", "listed"),
  declined: w("未通过", "declined"),
  withdrawn: w("已撤回", "withdrawn"),
  applied: w("待审核", "waiting for review"),
  approved: w("已通过", "approved"),
  form: w("网上表单", "form"),
  group: w("团体报名（由领队填写）", "group, entered by its leader"),
  transfer: w("接受转让", "a seat taken over"),
  door: w("现场登记", "at the door"),
  "staff-asked": w("主办方代录（本人同意）", "organiser, asked by the person"),
  "staff-contract": w("主办方代录（合同需要）", "organiser, for a contract"),
  requested: w("待审核", "waiting for the organiser"),
  link: w("专属链接页面", "own page"),
  organiser: w("主办方代录", "organiser"),
  claimed: w("待核实", "being checked"),
  asked: w("待负责人审批", "waiting for the owner"),
  active: w("已加入", "a member"),
  refused: w("未通过", "not approved"),
  left: w("已退出", "left"),
  removed: w("已移出", "taken out"),
  subscribed: w("已订阅", "subscribed"),
  unsubscribed: w("已退订", "unsubscribed"),
};
