import type { ProjectStatus } from "./schema.ts";

const steps: Readonly<Record<ProjectStatus, readonly ProjectStatus[]>> = {
  submitted: ["changes-requested", "listed", "declined", "withdrawn"],
  "changes-requested": ["submitted", "declined", "withdrawn"],
  listed: ["withdrawn"],
  declined: [],
  withdrawn: [],
};

/** Whether a project may go from one state to the other. */
export const mayStep = (from: ProjectStatus, to: ProjectStatus): boolean => steps[from].includes(to);

/** While it is under review, and only then, the supplier may change what it says. */
export const mayChange = (status: ProjectStatus): boolean => status === "submitted" || status === "changes-requested";

/** Days after which a project that was declined or withdrawn is tidied away, with the contact data in it. */
export const keptDays = 180;
