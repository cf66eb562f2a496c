/** What a member of staff may be. `administrator` may do all that any other role may. */
export const roles = ["administrator", "organiser", "editor", "reviewer", "jury", "check-in", "broker", "auditor"] as const;
export type Role = (typeof roles)[number];

/** Those that hold everywhere or not at all. */
export const wholeRoles: readonly string[] = ["administrator", "auditor"];
