import type { Section } from "../../section.ts";

export const jury: Section = {
  path: "/console/jury",
  label: { "zh-CN": "路演评审", en: "Jury" },
  purpose: { "zh-CN": "给分配给您的路演项目打分。", en: "Score the roadshow projects that are yours." },
  group: "convening",
  place: 4,
  roles: ["jury"],
  waiting: "/api/console/jury/waiting",
  component: async () => (await import("./jury.tsx")).Jury,
};
