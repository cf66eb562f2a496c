import type { Code, Reason } from "./reason.ts";
import { reason } from "./reason.ts";
import { fill, type Locale, type Words } from "./text.ts";

/** One field that has to be changed, named by its path in the input (`contact.email`). */
export interface FieldError {
  readonly field: string;
  readonly message: Words;
}

/** The only error that core throws for what a caller did. Everything else is a fault of ours. */
export class DomainError extends Error {
  readonly code: Code;
  readonly reason: string;
  readonly text: Words;
  readonly params: Readonly<Record<string, string | number>>;
  readonly fields: readonly FieldError[];

  constructor(why: Reason, options: { params?: Record<string, string | number>; fields?: readonly FieldError[] } = {}) {
    super(why.reason);
    this.name = "DomainError";
    this.code = why.code;
    this.reason = why.reason;
    this.text = why.text;
    this.params = options.params ?? {};
    this.fields = options.fields ?? [];
  }

  /** The sentence for the reader. */
  say(locale: Locale): string {
    return fill(this.text[locale], this.params);
  }
}

export const invalidInput = reason(
  "input.invalid",
  "invalid",
  "有 {count} 处需要修改，修改后请重新提交。",
  "{count} item(s) need to be changed. Change them and submit again.",
);
export const notAllowed = reason(
  "access.forbidden",
  "forbidden",
  "您没有进行此操作的权限。请联系管理员。",
  "You are not allowed to do this. Ask an administrator.",
);
export const passkeyFirst = reason(
  "access.passkey-first",
  "forbidden",
  "请先在“我的登录”里添加一个通行密钥，再使用工作台。您的设备都不支持时，请让管理员在成员页允许您不用通行密钥。",
  "Add a passkey on “My sign-in” first; after that the console is open. If none of your devices knows passkeys, ask an administrator to let you work without one.",
);
export const notYourPart = reason(
  "access.other-part",
  "forbidden",
  "您的权限只限于指定的活动或产业链，不包括这一项。需要时请联系管理员。",
  "Your role holds for certain activities or chains, and this is not one of them. Ask an administrator if you need it.",
);
export const foreignSite = reason(
  "access.foreign-site",
  "forbidden",
  "这个请求是从别的网站发来的，没有执行。请打开本站的页面再操作。",
  "This request was sent from another site, so nothing was done. Open the page here and try again.",
);
export const tooMany = reason(
  "access.too-many",
  "limit-exceeded",
  "尝试次数太多，请 {minutes} 分钟后再试。",
  "There were too many attempts. Try again in {minutes} minute(s).",
);
export const signInFirst = reason("access.sign-in", "unauthenticated", "请先登录后再操作。", "Please sign in first.");
export const changedMeanwhile = reason(
  "record.changed",
  "precondition-failed",
  "您打开页面之后，内容已被他人修改。请刷新后在最新内容上重做修改。",
  "Somebody changed this after you opened it. Reload, and make your change on the latest version.",
);
export const tooBusy = reason(
  "table.busy",
  "limit-exceeded",
  "此刻提交的人很多，请过几秒再试。",
  "Many people are submitting right now. Please try again in a few seconds.",
);
export const badCursor = reason(
  "list.cursor",
  "invalid",
  "翻页位置已失效，请从第一页重新开始。",
  "This page position is no longer valid. Start again from the first page.",
);
