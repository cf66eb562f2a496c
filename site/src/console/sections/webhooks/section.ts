import type { Section } from "../../section.ts";

export const webhooks: Section = {
  path: "/console/webhooks",
  label: { "zh-CN": "事件推送", en: "Webhooks" },
  purpose: { "zh-CN": "把发生的事推送给其他系统。", en: "Tell other systems what happens." },
  group: "administration",
  place: 4,
  roles: ["organiser", "auditor"],
  component: async () => (await import("./webhooks.tsx")).Webhooks,
};
