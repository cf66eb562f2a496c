import type { Section } from "../../section.ts";

export const policy: Section = {
  path: "/console/policy",
  label: { "zh-CN": "政策原文", en: "Official text" },
  purpose: { "zh-CN": "在政策页面附上官方文件。", en: "Attach the official document to the policy page." },
  group: "content",
  place: 2,
  roles: ["organiser", "editor", "auditor"],
  component: async () => (await import("./policy.tsx")).Policy,
};
