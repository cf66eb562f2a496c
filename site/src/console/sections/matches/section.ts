import type { Section } from "../../section.ts";

export const matches: Section = {
  path: "/console/matches",
  label: { "zh-CN": "撮合", en: "Brokering" },
  purpose: {
    "zh-CN": "征询过的双方：等谁答复、等了多久、谁愿意对接。",
    en: "Who was asked: whose answer is waited for and since when, and who wants to meet.",
  },
  group: "exchange",
  place: 4,
  roles: ["broker", "organiser", "auditor"],
  component: async () => (await import("./matches.tsx")).Matches,
};
