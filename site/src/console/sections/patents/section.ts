import type { Section } from "../../section.ts";

export const patents: Section = {
  path: "/console/patents",
  label: { "zh-CN": "专利", en: "Patents" },
  purpose: {
    "zh-CN": "录入或导入可对接的专利，与需求匹配。",
    en: "Enter or import patents on offer, so that needs are matched with them.",
  },
  group: "exchange",
  place: 3,
  roles: ["organiser", "broker", "reviewer", "auditor"],
  actions: [
    { href: "/console/patents/new", label: { "zh-CN": "录入专利", en: "Enter a patent" }, roles: ["organiser", "broker"] },
    { href: "/console/patents/imports", label: { "zh-CN": "导入专利", en: "Import patents" }, roles: ["organiser"] },
  ],
  component: async () => (await import("./patents.tsx")).Patents,
};
