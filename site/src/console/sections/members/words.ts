import type { Role } from "@lingxi/core/platform/roles";
import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** Each role with what it is for. */
export const roleWords: Readonly<Record<Role, { readonly name: Words; readonly purpose: Words }>> = {
  administrator: {
    name: w("管理员", "Administrator"),
    purpose: w("管理成员，也能做其他角色能做的一切", "Manages members, and may do all that any other role may"),
  },
  organiser: {
    name: w("组织者", "Organiser"),
    purpose: w("办活动，发通知，发布案例", "Runs activities, sends notifications, publishes case studies"),
  },
  editor: { name: w("编辑", "Editor"), purpose: w("撰写和修改案例", "Writes and changes case studies") },
  reviewer: { name: w("审核人", "Reviewer"), purpose: w("审核项目、需求和人才", "Reviews projects, needs and talents") },
  jury: { name: w("评委", "Jury"), purpose: w("评审", "Judges") },
  "check-in": { name: w("签到", "Check-in"), purpose: w("现场签到，查看报名名单", "Checks people in, sees who registered") },
  broker: { name: w("撮合人", "Broker"), purpose: w("录入需求，跟进对接", "Enters needs and follows them up") },
  auditor: { name: w("审计", "Auditor"), purpose: w("查看一切，不能修改", "Sees everything and changes nothing") },
};

export const words = {
  title: w("成员", "Members"),
  intro: w("谁可以使用工作台，各有什么角色。", "Who may use the console, and in which roles."),
  loading: w("正在载入…", "Loading…"),
  invite: w("邀请成员", "Invite a member"),
  inviteHelp: w(
    "对方会收到邮件，用这个邮箱申请登录链接，再建立通行密钥。",
    "They get a mail, ask for a sign-in link with this address, and make a passkey.",
  ),
  send: w("发送邀请", "Send the invitation"),
  invited: w("已邀请，邮件正在发出。", "Invited; a mail is on its way."),
  back: w("返回成员列表", "Back to the members"),
  name: w("姓名", "Name"),
  email: w("邮箱", "E-mail"),
  emailHint: w("登录链接发到这里。", "Sign-in links go here."),
  roles: w("角色", "Roles"),
  role: w("{name}：{purpose}", "{name}: {purpose}"),
  rolesHint: w(
    "可以多选。除管理员和审计外，每个角色都可以限定到某些产业链或活动；不限定就是全部。",
    "Several are possible. All but administrator and auditor can be limited to industry chains or activities; without limits they hold everywhere.",
  ),
  limits: w("“{role}”的范围", "Where “{role}” holds"),
  everywhere: w("全部", "everywhere"),
  limited: w("限 {n} 项", "limited ({n})"),
  chains: w("产业链", "Industry chains"),
  activities: w("活动", "Activities"),
  noActivities: w("还没有活动。", "There are no activities yet."),
  state: w("状态", "State"),
  status: {
    invited: w("待登录", "Has not signed in"),
    active: w("使用中", "Active"),
    disabled: w("已停用", "Disabled"),
  },
  passkeys: w("通行密钥", "Passkeys"),
  you: w("您本人", "You"),
  save: w("保存", "Save"),
  saved: w("已保存，从对方的下一次操作起生效。", "Saved; it binds from their next request on."),
  disable: w("停用", "Disable"),
  disableSure: w(
    "{name} 会立即退出所有设备，不能再登录。之后可以恢复。",
    "{name} is signed out everywhere at once and cannot sign in any more. You can enable them again.",
  ),
  disabledNow: w("已停用。", "Disabled."),
  enable: w("恢复使用", "Enable again"),
  enabledNow: w("已恢复，对方可以重新登录。", "Enabled; they can sign in again."),
  recovery: w("恢复登录", "Recovery"),
  recoveryHow: w(
    "成员丢失了全部通行密钥时，由一位管理员提出，另一位管理员确认。请先当面或电话核实是本人。确认后本人可在 24 小时内用邮件链接登录，原来的通行密钥全部失效。",
    "When a member has lost all passkeys, one administrator proposes and another one confirms. First make sure, in person or by telephone, that it is them. After that they can sign in by a link within 24 hours, and all old passkeys stop working.",
  ),
  propose: w("提出恢复", "Propose a recovery"),
  proposed: w("已提出，请另一位管理员在 24 小时内确认。", "Proposed; another administrator has to confirm within 24 hours."),
  proposedBy: w("{at} 已提出恢复，等待另一位管理员确认。", "Proposed {at}; another administrator has to confirm."),
  confirm: w("确认恢复", "Confirm the recovery"),
  confirmed: w("已确认，本人会收到邮件。", "Confirmed; they get a mail."),
  confirmedAt: w("{at} 已确认，等待本人用邮件链接登录。", "Confirmed {at}; they can sign in by a link."),
  withdraw: w("撤回", "Take it back"),
  withdrawn: w("已撤回。", "Taken back."),
  without: w("不用通行密钥", "Without a passkey"),
  withoutAllow: w("允许不用通行密钥", "Let them work without a passkey"),
  withoutHow: w(
    "只在对方的设备都不支持时使用：之后只凭邮件链接登录，谁能看到其邮箱，谁就能进入。会记录是谁、为什么允许的。",
    "Only where none of their devices knows passkeys: from then on a link by mail is enough, so whoever reads their mail comes in. Who allowed it, and why, is kept.",
  ),
  withoutWhy: w("为什么不用通行密钥", "Why without a passkey"),
  withoutAllowed: w("已允许，对方刷新页面即可使用工作台。", "Allowed; they reload the page, and the console is open."),
  withoutSince: w(
    "自 {at} 起不用通行密钥：{note} 只凭邮件链接登录。",
    "Without a passkey since {at}: {note} A link by mail is enough.",
  ),
  withoutEnd: w("不再允许", "Allow it no more"),
  withoutEnded: w("不再允许：下一次操作起需要通行密钥。", "Not any more: from their next request on they need a passkey."),
  conflict: w(
    "您的修改还在页面上，没有保存。请在另一个窗口打开最新内容比较后，再重新提交。",
    "Your changes are still on this page and are not saved. Open the latest version in another window, compare, and submit again.",
  ),
  reload: w("载入最新内容", "Load the latest"),
} as const;
