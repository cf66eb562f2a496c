import type { Section } from "../../section.ts";

export const members: Section = {
  path: "/console/members",
  label: { "zh-CN": "成员", en: "Members" },
  purpose: { "zh-CN": "邀请同事，分配角色，恢复登录。", en: "Invite colleagues, give them roles, let them in again." },
  group: "administration",
  place: 1,
  roles: ["administrator", "auditor"],
  component: async () => (await import("./members.tsx")).Members,
};
