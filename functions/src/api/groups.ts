import type { Groups } from "./among.ts";

/** Activities, what is read, and what needs no capability of its own. */
export const groups: Groups = [
  {
    at: ["api/activities", "forms/register"],
    load: () => import("./groups/activities.ts"),
  },
  { at: ["api/cases", "api/pages"], load: () => import("./groups/cases.ts") },
  { at: ["api/chains"], load: () => import("./groups/visitors.ts") },
];
