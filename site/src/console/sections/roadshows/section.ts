import type { Section } from "../../section.ts";

export const roadshows: Section = {
  path: "/console/roadshows",
  label: { "zh-CN": "路演征集", en: "Roadshows" },
  purpose: {
    "zh-CN": "征集路演项目，安排评审和上台顺序。",
    en: "Call for projects, have them scored, and set the running order.",
  },
  group: "convening",
  place: 3,
  roles: ["organiser", "auditor"],
  component: async () => (await import("./roadshows.tsx")).Roadshows,
};
