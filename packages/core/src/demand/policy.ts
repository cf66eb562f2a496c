import type { DemandState, DemandStatus } from "./schema.ts";

const steps: Readonly<Record<DemandStatus, readonly DemandStatus[]>> = {
  submitted: ["changes-requested", "listed", "declined", "withdrawn"],
  "changes-requested": ["submitted", "declined", "withdrawn"],
  listed: ["withdrawn"],
  declined: [],
  withdrawn: [],
};

/** Whether the review of a need may go from one state to the other. */
export const mayStep = (from: DemandStatus, to: DemandStatus): boolean => steps[from].includes(to);

const moves: Readonly<Record<DemandState, readonly DemandState[]>> = {
  // Nobody may have come forward at all.
  open: ["in-contact", "unsolved"],
  "in-contact": ["solved", "unsolved", "open"],
  solved: ["open"],
  unsolved: ["open"],
};

/** Whether a listed need may go from one state to the other; closed ones can be opened again. */
export const mayMove = (from: DemandState, to: DemandState): boolean => moves[from].includes(to);

/** While it is under review, and only then, the enterprise may change what a need says. */
export const mayChange = (status: DemandStatus): boolean => status === "submitted" || status === "changes-requested";

/** Days after which a need that was declined or withdrawn is tidied away, with the contact data in it. */
export const keptDays = 180;
