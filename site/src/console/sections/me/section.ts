import type { Section } from "../../section.ts";

export const me: Section = {
  path: "/console/me",
  label: { "zh-CN": "我的登录", en: "My sign-in" },
  purpose: { "zh-CN": "管理通行密钥，查看登录的设备。", en: "Manage your passkeys, see where you are signed in." },
  group: "administration",
  place: 2,
  component: async () => (await import("./me.tsx")).Me,
};
