import type { Section } from "../../section.ts";

export const projects: Section = {
  path: "/console/projects",
  label: { "zh-CN": "项目", en: "Projects" },
  purpose: { "zh-CN": "审核供方提交的项目，挂牌公开。", en: "Review the projects that suppliers submit, and list them." },
  group: "exchange",
  place: 1,
  roles: ["reviewer", "organiser", "auditor"],
  waiting: "/api/console/projects/waiting",
  component: async () => (await import("./projects.tsx")).Projects,
};
