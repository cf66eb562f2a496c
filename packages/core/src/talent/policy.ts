import { isInForce } from "../consent/index.ts";
import type { TalentDetail, TalentStatus } from "./schema.ts";

const steps: Readonly<Record<TalentStatus, readonly TalentStatus[]>> = {
  applied: ["approved", "declined", "withdrawn"],
  // An approved profile can be taken down again, with a reason.
  approved: ["declined", "withdrawn"],
  declined: ["withdrawn"],
  withdrawn: [],
};

export const mayStep = (from: TalentStatus, to: TalentStatus): boolean => steps[from].includes(to);

/** A profile is public with the organiser's approval and the person's consent, and only while both hold. */
export const isPublic = (talent: Pick<TalentDetail, "status" | "consents">): boolean =>
  talent.status === "approved" && isInForce(talent.consents, "talent-profile");

/** Days after which a declined application says nothing of the person any more. */
export const declinedDays = 180;
/** Days for which the proof of consent and withdrawal of somebody who left is kept: three years, the period of limitation. */
export const proofDays = 1096;
