import type { Section } from "../../section.ts";

export const talents: Section = {
  path: "/console/talents",
  label: { "zh-CN": "人才", en: "Talents" },
  purpose: { "zh-CN": "审核加入人才库的申请。", en: "Review applications to the talent pool." },
  group: "exchange",
  place: 3,
  roles: ["reviewer", "organiser", "auditor"],
  waiting: "/api/console/talents/waiting",
  component: async () => (await import("./talents.tsx")).Talents,
};
