import type { Section } from "../../section.ts";

export const meetings: Section = {
  path: "/console/meetings",
  label: { "zh-CN": "一对一会面", en: "Meetings" },
  purpose: {
    "zh-CN": "供需对接活动的会面：时段、排程、现场和结果。",
    en: "Meetings at matchmaking events: slots, schedule, the hall, and what came of them.",
  },
  group: "convening",
  place: 2,
  roles: ["organiser", "auditor"],
  component: async () => (await import("./meetings.tsx")).Meetings,
};
