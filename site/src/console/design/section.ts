import type { Section } from "../section.ts";

export const design: Section = {
  path: "/console/design",
  label: { "zh-CN": "设计", en: "Design" },
  purpose: { "zh-CN": "所有界面组件的样子，浅色与深色对照。", en: "Every component of the interface, in light and dark." },
  group: "administration",
  place: 90,
  component: async () => (await import("./design.tsx")).Design,
};
