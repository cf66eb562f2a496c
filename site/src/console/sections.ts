import type { Words } from "@lingxi/core/platform/text";
import type { ComponentType } from "preact";

/** A part of the console. Its component gets every address at or below `path`. */
export interface Section {
  /** `/console/activities` */
  readonly path: string;
  readonly label: Words;
  /** One line that says what it is for, shown on the overview. */
  readonly purpose: Words;
  /** Where the API says how many things wait for somebody: `{ count, more }`. */
  readonly waiting?: string;
  /** Loaded when first opened. */
  readonly component: () => Promise<ComponentType>;
}

/** The sections in the order of the navigation. */
export const sections: readonly Section[] = [
  {
    path: "/console/activities",
    label: { "zh-CN": "活动", en: "Activities" },
    purpose: { "zh-CN": "发布路演和沙龙，查看谁报了名。", en: "Publish roadshows and salons, and see who registered." },
    component: async () => (await import("./sections/activities/activities.tsx")).Activities,
  },
  {
    path: "/console/campaigns",
    label: { "zh-CN": "通知", en: "Notifications" },
    purpose: {
      "zh-CN": "导入联系人，写通知，看清谁会收到，每人只发一封。",
      en: "Import contacts, write to them, see who gets it; each person gets one mail.",
    },
    component: async () => (await import("./sections/campaigns/campaigns.tsx")).Campaigns,
  },
  {
    path: "/console/cases",
    waiting: "/api/console/cases/waiting",
    label: { "zh-CN": "案例", en: "Case studies" },
    purpose: { "zh-CN": "撰写、预览和发布引导性案例。", en: "Write, preview and publish case studies." },
    component: async () => (await import("./sections/cases/cases.tsx")).Cases,
  },
  {
    path: "/console/pages",
    waiting: "/api/console/pages/waiting",
    label: { "zh-CN": "页面", en: "Pages" },
    purpose: {
      "zh-CN": "撰写“关于”“常见问题”等页面，决定哪些放进页脚。",
      en: "Write pages such as “About” and common questions, and choose which stand at the foot.",
    },
    component: async () => (await import("./sections/pages/pages.tsx")).Pages,
  },
  {
    path: "/console/policy",
    label: { "zh-CN": "政策原文", en: "Official text" },
    purpose: { "zh-CN": "在政策页面附上官方文件。", en: "Attach the official document to the policy page." },
    component: async () => (await import("./sections/policy/policy.tsx")).Policy,
  },
  {
    path: "/console/projects",
    waiting: "/api/console/projects/waiting",
    label: { "zh-CN": "项目", en: "Projects" },
    purpose: { "zh-CN": "审核供方提交的项目，挂牌公开。", en: "Review the projects that suppliers submit, and list them." },
    component: async () => (await import("./sections/projects/projects.tsx")).Projects,
  },
  {
    path: "/console/demands",
    waiting: "/api/console/demands/waiting",
    label: { "zh-CN": "需求", en: "Needs" },
    purpose: {
      "zh-CN": "审核企业发布的需求，公开后跟进到解决。",
      en: "Review the needs that enterprises publish, and follow them until they are solved.",
    },
    component: async () => (await import("./sections/demands/demands.tsx")).Demands,
  },
  {
    path: "/console/talents",
    waiting: "/api/console/talents/waiting",
    label: { "zh-CN": "人才", en: "Talents" },
    purpose: { "zh-CN": "审核加入人才库的申请。", en: "Review applications to the talent pool." },
    component: async () => (await import("./sections/talents/talents.tsx")).Talents,
  },
  {
    path: "/console/members",
    label: { "zh-CN": "成员", en: "Members" },
    purpose: { "zh-CN": "邀请同事，分配角色，恢复登录。", en: "Invite colleagues, give them roles, let them in again." },
    component: async () => (await import("./sections/members/members.tsx")).Members,
  },
  {
    path: "/console/me",
    label: { "zh-CN": "我的登录", en: "My sign-in" },
    purpose: { "zh-CN": "管理通行密钥，查看登录的设备。", en: "Manage your passkeys, see where you are signed in." },
    component: async () => (await import("./sections/me/me.tsx")).Me,
  },
  {
    path: "/console/design",
    label: { "zh-CN": "设计", en: "Design" },
    purpose: { "zh-CN": "所有界面组件的样子，浅色与深色对照。", en: "Every component of the interface, in light and dark." },
    component: async () => (await import("./design/design.tsx")).Design,
  },
];
