import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const words = {
  title: w("登录工作台", "Sign in to the console"),
  ready: w(
    "点击下面的按钮，在这个浏览器中登录。链接只能用一次。",
    "Press the button to sign in, in this browser. The link works once.",
  ),
  how: w(
    "用通行密钥登录：指纹、面容或设备密码，不用记密码。",
    "Sign in with a passkey: your fingerprint, face or device PIN; no password.",
  ),
  enter: w("登录", "Sign in"),
  entering: w("正在登录…", "Signing in…"),
  withPasskey: w("用通行密钥登录", "Sign in with a passkey"),
  byMail: w("第一次登录，或刚恢复登录", "Signing in for the first time, or after a recovery"),
  byMailHow: w(
    "填写您的工作邮箱，我们把一次性登录链接发到那里。请在这个浏览器中打开链接，10 分钟内有效。",
    "Enter your work address: we send a sign-in link there. Open it in this browser, within 10 minutes.",
  ),
  email: w("邮箱", "E-mail"),
  ask: w("发送登录链接", "Send the link"),
  asked: w(
    "如果这个邮箱属于工作台的成员，邮件已经发出，10 分钟内有效。请在这个浏览器中打开。几分钟内没有收到，请查看垃圾邮件，或向管理员确认邮箱。",
    "If this address belongs to a member of staff, a mail is on its way; its link works for 10 minutes. Open it in this browser. If nothing comes, look in the spam folder, or ask an administrator whether the address is right.",
  ),
  trouble: w("无法登录？", "Cannot sign in?"),
  troubleSecond: w("用您的另一个通行密钥，例如手机上的。", "Use another passkey of yours, on your telephone for example."),
  troubleTwo: w(
    "通行密钥全部丢失：请联系两位管理员，一位提出恢复，另一位确认，之后您可以用邮件链接登录。",
    "All passkeys lost: ask two administrators. One proposes a recovery, the other confirms it; then you can sign in by a link.",
  ),
  troubleOperator: w(
    "没有管理员能登录：请运维人员在服务器上运行 npm run sign-in-link，会打印一次性登录链接。",
    "No administrator can sign in: an operator runs npm run sign-in-link on the server, which prints a link that works once.",
  ),
  noPasskeys: w(
    "这个浏览器或这个网址不能使用通行密钥。请用较新的浏览器，通过域名（本机用 localhost，不用数字地址）打开。",
    "Passkeys do not work in this browser or at this address. Use a recent browser, and open the console by its name (localhost on this machine, not by numbers).",
  ),
  already: w(
    "这台设备已经有您的通行密钥，不用再添加。",
    "This device has a passkey of yours already; there is no need for another.",
  ),
  cancelled: w(
    "没有完成：窗口被关闭或超时。请再试一次。",
    "Not finished: the window was closed, or it took too long. Try again.",
  ),
} as const;
