export { eraseTalent, heldTalent } from "./held.ts";
export { type TalentTelling, tellTalent } from "./tell-talent.ts";
