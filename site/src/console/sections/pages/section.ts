import type { Section } from "../../section.ts";

export const pages: Section = {
  path: "/console/pages",
  label: { "zh-CN": "页面", en: "Pages" },
  purpose: {
    "zh-CN": "撰写“关于”“常见问题”等页面，决定哪些放进页脚。",
    en: "Write pages such as “About” and common questions, and choose which stand at the foot.",
  },
  group: "content",
  place: 2,
  roles: ["organiser", "editor", "auditor"],
  waiting: "/api/console/pages/waiting",
  actions: [{ href: "/console/pages/new", label: { "zh-CN": "新建页面", en: "New page" }, roles: ["editor", "organiser"] }],
  component: async () => (await import("./pages.tsx")).Pages,
};
