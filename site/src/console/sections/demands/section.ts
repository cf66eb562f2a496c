import type { Section } from "../../section.ts";

export const demands: Section = {
  path: "/console/demands",
  label: { "zh-CN": "需求", en: "Needs" },
  purpose: {
    "zh-CN": "审核企业发布的需求，公开后跟进到解决。",
    en: "Review the needs that enterprises publish, and follow them until they are solved.",
  },
  group: "exchange",
  place: 2,
  roles: ["reviewer", "organiser", "broker", "auditor"],
  waiting: "/api/console/demands/waiting",
  actions: [
    {
      href: "/console/demands/new",
      label: { "zh-CN": "代企业录入需求", en: "Enter a need for an enterprise" },
      roles: ["organiser"],
    },
  ],
  component: async () => (await import("./demands.tsx")).Demands,
};
