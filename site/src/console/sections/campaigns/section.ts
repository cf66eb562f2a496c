import type { Section } from "../../section.ts";

export const campaigns: Section = {
  path: "/console/campaigns",
  label: { "zh-CN": "通知", en: "Notifications" },
  purpose: {
    "zh-CN": "导入联系人，写通知，看清谁会收到，每人只发一封。",
    en: "Import contacts, write to them, see who gets it; each person gets one mail.",
  },
  group: "convening",
  place: 2,
  roles: ["organiser", "auditor"],
  actions: [
    { href: "/console/campaigns/new", label: { "zh-CN": "新建通知", en: "New notification" }, roles: ["organiser"] },
    { href: "/console/campaigns/contacts", label: { "zh-CN": "联系人与导入", en: "Contacts and imports" } },
  ],
  component: async () => (await import("./campaigns.tsx")).Campaigns,
};
