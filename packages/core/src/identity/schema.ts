import * as z from "zod";
import { reason } from "../platform/reason.ts";
import { roles, wholeRoles } from "../platform/roles.ts";
import { Email, Locale, labelled, line, prose, Reference } from "../platform/schema.ts";

/** invited → active (first sign-in) ⇄ disabled. */
export const memberStatuses = ["invited", "active", "disabled"] as const;
export type MemberStatus = (typeof memberStatuses)[number];

/** One role of a member of staff; with activities or chains it holds for these only. */
export const Grant = z
  .object({
    role: labelled(z.enum(roles), "角色", "Role"),
    activities: labelled(z.array(Reference).max(50).default([]), "活动", "Activities"),
    chains: labelled(z.array(Reference).max(40).default([]), "产业链", "Industry chains"),
  })
  .refine(({ role, activities, chains }) => !wholeRoles.includes(role) || activities.length + chains.length === 0, {
    path: ["role"],
    params: {
      words: {
        "zh-CN": "“管理员”和“审计”面向全部内容，不能限定活动或产业链。请去掉限定，或另选角色。",
        en: "Role: administrators and auditors are not limited to activities or chains. Take the limits away, or choose another role.",
      },
    },
  });
export type Grant = z.infer<typeof Grant>;

const MemberContent = z.object({
  name: labelled(line(60), "姓名", "Name"),
  email: labelled(Email, "邮箱", "E-mail", {
    "zh-CN": "登录链接发到这里。",
    en: "Sign-in links go here.",
  }),
  grants: labelled(z.array(Grant).min(1).max(12), "角色", "Roles"),
});

export const InviteMember = MemberContent.extend({ locale: Locale.default("zh-CN") });

const MemberId = z.string().max(40);
export const MemberRef = z.object({ memberId: MemberId });
export const MemberVersion = MemberRef.extend({ version: z.int() });
export const ChangeMember = MemberContent.extend(MemberVersion.shape);

export const LetWithoutPasskey = MemberVersion.extend({
  note: labelled(prose(300, 4), "为什么不用通行密钥", "Why without a passkey", {
    "zh-CN": "例如：单位统一配发的电脑不支持，已当面确认。",
    en: "For example: the computers of their office know none; agreed in person.",
  }),
});

export const AskSignInLink = z.object({
  email: labelled(Email, "邮箱", "E-mail"),
  locale: Locale.default("zh-CN"),
});

/** A member of staff as administrators see it. */
export interface MemberView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly grants: Grant[];
  readonly status: MemberStatus;
  /** How many passkeys. */
  readonly passkeys: number;
  readonly createdAt: string;
  /** They work by links alone, and who allowed it. */
  readonly withoutPasskey?: { readonly by: string; readonly at: string; readonly note: string } | undefined;
  /** A new way in that one administrator proposed and another one has to confirm. */
  readonly recovery?: { readonly askedBy: string; readonly at: string; readonly confirmedAt?: string | undefined } | undefined;
  readonly version: number;
}

/** One's own passkey. */
export interface PasskeyView {
  readonly id: string;
  readonly name: string;
  /** Kept on one device only, or copied by its maker's service to others. */
  readonly synced: boolean;
  readonly createdAt: string;
  readonly lastUsedAt?: string | undefined;
  /** It was used with a counter that had been seen before. */
  readonly blocked: boolean;
}

/** One's own session. */
export interface SessionView {
  readonly id: string;
  readonly device: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  /** The one that asks. */
  readonly current: boolean;
}

export const linkSpent = reason(
  "identity.link-spent",
  "forbidden",
  "登录链接无效、已使用或已过期（10 分钟内有效，只能用一次）。请重新获取链接。",
  "This sign-in link is not valid: it was used, or is older than 10 minutes. Get a new one.",
);
export const linkElsewhere = reason(
  "identity.link-elsewhere",
  "forbidden",
  "这个链接是在另一个浏览器里申请的，只能在那里打开。链接没有用掉：请回到那个浏览器打开，或在这里重新申请。",
  "This link was asked for in another browser and opens only there. It is not used up: open it there, or ask for a new one here.",
);
export const memberMissing = reason(
  "identity.member-not-found",
  "not-found",
  "没有找到这位成员，请从成员列表重新选择。",
  "There is no such member. Choose one from the list.",
);
export const addressTaken = reason(
  "identity.address-taken",
  "conflict",
  "已有成员使用这个邮箱。请在成员列表中修改那位成员，或换一个邮箱。",
  "A member has this address already. Change that member, or use another address.",
);
export const lastAdministrator = reason(
  "identity.last-administrator",
  "conflict",
  "这是最后一位能登录的管理员，不能停用或去掉管理员角色。请先邀请另一位管理员，等其首次登录后再操作。",
  "This is the last administrator who can sign in. Invite another one first, and wait until they have signed in.",
);
export const memberDisabled = reason(
  "identity.member-disabled",
  "conflict",
  "这位成员已停用。请先恢复，再进行此操作。",
  "This member is disabled. Enable them first.",
);
export const ceremonyOver = reason(
  "identity.ceremony-over",
  "conflict",
  "通行密钥的操作已超时（5 分钟）。请再点一次按钮。",
  "This took longer than 5 minutes. Press the button again.",
);
export const passkeyRefused = reason(
  "identity.passkey-refused",
  "forbidden",
  "这个通行密钥不能登录：它可能已被移除，或属于其他网站。请换一个通行密钥；都不能用时，请联系两位管理员恢复。",
  "This passkey does not sign you in: it may have been removed, or be another site's. Use another one; if none works, ask two administrators for recovery.",
);
export const passkeyCopied = reason(
  "identity.passkey-copied",
  "forbidden",
  "这个通行密钥的计数器倒退了，可能被复制，已经停用。请用另一个通行密钥登录并移除它；没有其他密钥时，请联系两位管理员恢复。",
  "The counter of this passkey went backwards, so it may have been copied; it is blocked. Sign in with another one and remove it; without another, ask two administrators for recovery.",
);
export const passkeyNotMade = reason(
  "identity.passkey-not-made",
  "invalid",
  "浏览器没能建立通行密钥。请重试；仍不行时，请换一台设备或浏览器。",
  "The browser could not make the passkey. Try again; if it keeps failing, use another device or browser.",
);
export const lastPasskey = reason(
  "identity.last-passkey",
  "conflict",
  "这是您唯一能用的通行密钥，移除后就无法登录。请先添加另一个，再移除它。",
  "This is your only working passkey; without it you could not sign in. Add another one first.",
);
export const signInAnew = reason(
  "identity.sign-in-anew",
  "forbidden",
  "为保护您的账号，改动通行密钥或结束登录之前，需要在 15 分钟内登录过。请先退出并重新登录，再试一次。",
  "To protect your account, changing passkeys or ending sessions needs a sign-in of the last 15 minutes. Sign out, sign in again, and repeat it.",
);
export const passkeyNotSpared = reason(
  "identity.passkey-not-spared",
  "conflict",
  "管理员必须使用通行密钥，也不能给自己免除。请让对方改用支持通行密钥的设备，或先去掉管理员角色。",
  "Administrators always need a passkey, and nobody spares themselves. Let them use a device that knows passkeys, or take the role away first.",
);
export const passkeyMissing = reason(
  "identity.passkey-not-found",
  "not-found",
  "没有这个通行密钥，可能已经移除。",
  "There is no such passkey; it may have been removed already.",
);
export const tooManyPasskeys = reason(
  "identity.passkeys-full",
  "conflict",
  "最多保存 {most} 个通行密钥。请先移除不用的。",
  "You can keep at most {most} passkeys. Remove one that you do not use.",
);
export const sessionMissing = reason(
  "identity.session-not-found",
  "not-found",
  "没有这次登录，可能已经结束。",
  "There is no such session; it may have ended already.",
);
export const recoveryNotAsked = reason(
  "identity.recovery-not-asked",
  "conflict",
  "没有等待确认的恢复申请（24 小时内有效）。请先由一位管理员提出。",
  "No recovery waits to be confirmed (a proposal holds for 24 hours). One administrator has to propose it first.",
);
export const recoverySameHand = reason(
  "identity.recovery-same-hand",
  "conflict",
  "恢复要由两位管理员分别提出和确认，且不能是本人。请让另一位管理员确认。",
  "Two different administrators have to propose and confirm, neither being the person. Ask another administrator to confirm.",
);
