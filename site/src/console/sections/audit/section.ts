import type { Section } from "../../section.ts";

export const audit: Section = {
  path: "/console/audit",
  label: { "zh-CN": "审计", en: "Audit" },
  purpose: {
    "zh-CN": "谁在什么时候改了哪条记录，改动前后各是什么。",
    en: "Who changed which record and when, with what stood there before and after.",
  },
  group: "administration",
  place: 5,
  roles: ["auditor"],
  component: async () => (await import("./audit.tsx")).Audit,
};
