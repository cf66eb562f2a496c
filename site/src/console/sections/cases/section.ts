import type { Section } from "../../section.ts";

export const cases: Section = {
  path: "/console/cases",
  label: { "zh-CN": "案例", en: "Case studies" },
  purpose: { "zh-CN": "撰写、预览和发布引导性案例。", en: "Write, preview and publish case studies." },
  group: "content",
  place: 1,
  roles: ["organiser", "editor", "auditor"],
  waiting: "/api/console/cases/waiting",
  actions: [{ href: "/console/cases/new", label: { "zh-CN": "新建案例", en: "New case study" }, roles: ["editor", "organiser"] }],
  component: async () => (await import("./cases.tsx")).Cases,
};
