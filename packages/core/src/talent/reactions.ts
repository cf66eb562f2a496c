export { eraseTalent, expireTalents, heldTalent } from "./held.ts";
export { type TalentTelling, tellTalent } from "./tell-talent.ts";
