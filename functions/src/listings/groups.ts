import type { Groups } from "../api/among.ts";

/** What people offer, ask for and are: listings that they submit by a form, and keep by a secret link. */
export const groups: Groups = [
  { at: ["api/projects", "api/own-projects", "forms/project", "my/projects"], load: () => import("./projects.ts") },
  { at: ["api/demands", "api/own-demands", "forms/demand", "my/demands"], load: () => import("./demands.ts") },
  { at: ["api/talents", "api/own-talents", "forms/talent", "my/talents"], load: () => import("./talents.ts") },
];
