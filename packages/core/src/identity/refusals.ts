import { reason } from "../platform/reason.ts";

// Beside the schemas, since every function asks whose session it is when it starts, and need not load zod for that.
export const sessionMoved = reason(
  "identity.session-moved",
  "unauthenticated",
  "这次登录换了浏览器或系统在使用，已立即结束。如果不是您本人，请登录后检查登录记录并告诉管理员；请重新登录。",
  "This session turned up in another browser or system and was ended at once. If that was not you, check your sessions and tell an administrator. Please sign in again.",
);
export const sessionReused = reason(
  "identity.session-reused",
  "unauthenticated",
  "这次登录的旧凭据在别处又被使用，可能有人复制了它，因此已立即结束。请重新登录，检查登录记录，并告诉管理员。",
  "An old key of this session was used again, so somebody may have copied it; the session was ended at once. Sign in again, check your sessions, and tell an administrator.",
);
export const sessionShut = reason(
  "identity.session-shut",
  "unauthenticated",
  "您的账号已被管理员停用，所有设备上的登录已结束。如果不应停用，请联系另一位管理员恢复。",
  "An administrator has disabled your account, and you are signed out everywhere. If that should not be, ask another administrator to enable it again.",
);
export const sessionIdle = reason(
  "identity.session-idle",
  "unauthenticated",
  "登录已过期（2 小时没有操作，或登录已满 12 小时）。请重新登录。",
  "You were signed out, after 2 hours without work or 12 hours in all. Please sign in again.",
);
