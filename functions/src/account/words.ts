import type { HoldingKind } from "@lingxi/core/consent/schema";
import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const signInWords = {
  title: w("登录我的账号", "Sign in to my account"),
  lead: w(
    "不需要密码：填写邮箱，我们发一个登录链接，10 分钟内有效。第一次登录即建立账号，用来集中查看您用这个邮箱提交的报名、项目、需求和同意。不登录也可以使用邮件中的专属链接。",
    "No password: enter your address and we send a sign-in link that holds for 10 minutes. The first sign-in opens your account, which gathers the registrations, projects, needs and consents made with this address. The private links in our mails work without it.",
  ),
  submit: w("发送登录链接", "Send the sign-in link"),
  sentTitle: w("请查收邮件", "Look into your mail"),
  sent: w(
    "如果填写的邮箱能收信，几分钟内会收到登录链接，10 分钟内有效，只能用一次。",
    "If the address takes mail, the sign-in link comes within minutes; it works once, within 10 minutes.",
  ),
  sentSteps: w(
    "接下来：用这个浏览器打开邮件中的链接，再点“登录”。没有收到时，请查看垃圾邮件，或重新获取。",
    "What happens next: open the link in this browser and press “Sign in”. If it does not come, look in the spam folder, or ask again.",
  ),
  back: w("回到首页", "Go to the home page"),
  enterTitle: w("确认登录", "Confirm your sign-in"),
  enterLead: w(
    "点击按钮，在这个浏览器中登录您的账号。链接只能用一次。",
    "Press the button to sign in to your account in this browser. The link works once.",
  ),
  enter: w("登录", "Sign in"),
} as const;

export const words = {
  title: w("我的账号", "My account"),
  signOut: w("退出登录", "Sign out"),
  open: w("查看和修改", "See and change"),
  subscription: w("管理订阅", "Manage the subscription"),
  content: w("我们保存的内容", "What we hold"),
  agreed: w("我的同意", "My consents"),
  agreedLead: w(
    "您同意过什么、何时同意、依据哪个版本的文本。撤回一步完成，立即生效。",
    "What you agreed to, when, and in which version of the text. You can withdraw in one step, which binds at once.",
  ),
  agreedNone: w("您还没有给出过同意。", "You have not agreed to anything yet."),
  withdraw: w("撤回同意", "Withdraw"),
  withdrawEntry: w(
    "立即生效：报名的名额让给下一位，公开的页面下线，通知不再发送，这一项中的个人信息删除，无法恢复。",
    "Takes effect at once: a seat goes to the next in line, a public page goes away, no notification is sent any more, and what is personal in this entry is erased for good.",
  ),
  withdrawChoice: w(
    "立即生效。人才库档案和其他同意不变。",
    "Takes effect at once. Your place in the pool and your other consents stay.",
  ),
  confirmWithdraw: w("确认撤回", "Withdraw this consent"),
  devices: w("登录的设备", "Where you are signed in"),
  thisOne: w("当前设备", "this one"),
  signedIn: w("{at} 登录，最近使用 {seen}", "since {at}, last used {seen}"),
  endOne: w("退出这台设备", "Sign this one out"),
  endOthers: w("退出所有其他设备", "Sign out everywhere else"),
  erasing: w(
    "删除已经办理：系统中的信息已清除，备份中的副本几分钟内也将无法读取。",
    "You have been erased: nothing can be read here any more, and within minutes the copies in backups cannot be read either.",
  ),
  nothing: w("这里还没有内容", "There is nothing here yet"),
  nothingLead: w(
    "用 {email} 报名活动、提交项目或需求、加入人才库之后，会自动出现在这里。以前用其他邮箱提交的，请用那个邮箱登录查看。",
    "What you register for, submit or join with {email} shows up here by itself. For what you did with another address, sign in with that one.",
  ),
} as const;

/** The parts of the page, in this order: what each is called, and what to do where there is nothing. */
export const parts: readonly {
  readonly kind: HoldingKind;
  readonly title: Words;
  readonly empty: Words;
  readonly lead: Words;
  readonly path: string;
}[] = [
  {
    kind: "registration",
    title: w("活动报名", "Registrations"),
    empty: w("没有报名。", "No registrations."),
    lead: w("看看近期活动", "See what is on"),
    path: "/activities/",
  },
  {
    kind: "meeting",
    title: w("一对一会面", "One-to-one meetings"),
    empty: w("没有会面资料。", "No meeting profile."),
    lead: w("看看近期活动", "See what is on"),
    path: "/activities/",
  },
  {
    kind: "project",
    title: w("我的项目", "Projects"),
    empty: w("没有提交过项目。", "No projects."),
    lead: w("提交一个项目", "Submit a project"),
    path: "/forms/project",
  },
  {
    kind: "roadshow",
    title: w("路演报名", "Roadshows"),
    empty: w("没有报名路演。", "No project of yours is in a roadshow."),
    lead: w("看看近期活动", "See what is on"),
    path: "/activities/",
  },
  {
    kind: "demand",
    title: w("我的需求", "Needs"),
    empty: w("没有发布过需求。", "No needs."),
    lead: w("发布一个需求", "Publish a need"),
    path: "/forms/demand",
  },
  {
    kind: "talent",
    title: w("人才库", "Talent pool"),
    empty: w("没有加入人才库。", "You are not in the talent pool."),
    lead: w("加入人才库", "Join the pool"),
    path: "/forms/talent",
  },
  {
    kind: "contact",
    title: w("通知订阅", "Notifications"),
    empty: w("您不在通知名单中，我们不会主动给您发通知。", "You are on no list: we send you no notifications."),
    lead: w("用日历或 RSS 订阅", "Follow by calendar or RSS"),
    path: "/activities/",
  },
];

/** What was done, said once above the page. */
export const done: Readonly<Record<string, Words>> = {
  withdrawn: w("已撤回，立即生效。", "Withdrawn, as of now."),
  ended: w("已退出。", "Signed out there."),
  out: w("您已退出登录。", "You are signed out."),
};
