import type { Words } from "@lingxi/core/platform/text";

const w = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const words = {
  title: w("我的登录", "My sign-in"),
  intro: w("管理您的通行密钥，查看您在哪些设备上登录。", "Manage your passkeys, and see where you are signed in."),
  loading: w("正在载入…", "Loading…"),
  first: w(
    "您已登录。请现在添加一个通行密钥：下次登录只用它，不再需要邮件链接。",
    "You are signed in. Add a passkey now: from the next time on it signs you in, and no link is needed.",
  ),
  needed: w(
    "请先添加一个通行密钥，再使用工作台：给它起个名字，点“添加通行密钥”，按浏览器的提示用指纹、面容或屏幕锁确认。下次登录只用它。",
    "Add a passkey first, then the console opens: name it, choose “Add a passkey”, and confirm with your fingerprint, face or screen lock. From the next time on it signs you in.",
  ),
  neededElse: w(
    "这台设备不支持时，可以用手机或安全密钥；都没有时，请让管理员在成员页允许您不用通行密钥。",
    "If this device knows none, use your telephone or a security key. If you have neither, ask an administrator to let you work without one, on your page among the members.",
  ),
  one: w(
    "您只有一个通行密钥。再添加一个（例如手机上的），设备丢失时还能登录。",
    "You have only one passkey. Add another one, on your telephone for example, so that you can still sign in when a device is lost.",
  ),
  passkeys: w("通行密钥", "Passkeys"),
  none: w("还没有通行密钥", "No passkey yet"),
  noneHelp: w(
    "给它起个名字，再点“添加通行密钥”，按浏览器的提示完成。",
    "Name it, choose “Add a passkey” and follow the browser.",
  ),
  name: w("名称", "Name"),
  nameHint: w("便于辨认，例如“办公电脑”。", "To tell them apart, “office computer” for example."),
  add: w("添加通行密钥", "Add a passkey"),
  added: w("已添加。下次可以用它登录。", "Added. You can sign in with it from now on."),
  kind: w("存放", "Kept"),
  synced: w("随账号同步", "Synced by its maker"),
  single: w("只在一台设备", "On one device"),
  blocked: w("可能被复制，已停用", "Perhaps copied, blocked"),
  made: w("添加时间", "Added"),
  used: w("上次使用", "Last used"),
  never: w("还没有用过", "Never"),
  remove: w("移除", "Remove"),
  removeThis: w("移除“{name}”", "Remove “{name}”"),
  removeSure: w("移除后不能再用它登录，不能撤销。", "You cannot sign in with it any more; this cannot be undone."),
  removed: w("已移除。", "Removed."),
  sessions: w("登录的设备", "Where you are signed in"),
  device: w("设备", "Device"),
  since: w("登录时间", "Signed in"),
  seen: w("上次活动", "Last seen"),
  current: w("就是这里", "This one"),
  end: w("退出", "Sign out"),
  endThis: w("退出 {device}", "Sign out {device}"),
  ended: w("已退出。", "Signed out."),
  endOthers: w("退出其他所有设备", "Sign out all others"),
  endedOthers: w("已退出其他设备（{n} 个）。", "Signed out everywhere else ({n})."),
} as const;
