import type { Section } from "../../section.ts";

export const activities: Section = {
  path: "/console/activities",
  label: { "zh-CN": "活动", en: "Activities" },
  purpose: { "zh-CN": "发布路演和沙龙，查看谁报了名。", en: "Publish roadshows and salons, and see who registered." },
  group: "convening",
  place: 1,
  roles: ["organiser", "check-in", "auditor"],
  actions: [{ href: "/console/activities/new", label: { "zh-CN": "新建活动", en: "New activity" }, roles: ["organiser"] }],
  component: async () => (await import("./activities.tsx")).Activities,
};
