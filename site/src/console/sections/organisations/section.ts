import type { Section } from "../../section.ts";

export const organisations: Section = {
  path: "/console/organisations",
  label: { "zh-CN": "单位", en: "Organisations" },
  purpose: { "zh-CN": "核实谁是单位的负责人。", en: "Check who owns the record of an organisation." },
  group: "exchange",
  place: 4,
  roles: ["organiser", "auditor"],
  waiting: "/api/console/organisations/waiting",
  component: async () => (await import("./organisations.tsx")).Organisations,
};
