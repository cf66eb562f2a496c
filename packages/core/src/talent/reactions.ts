export { eraseTalent, expireTalents, heldTalent, withdrawTalentChoice } from "./held.ts";
export { type TalentTelling, tellTalent } from "./tell-talent.ts";
export { inThePool, type MatchedTalent, publicTalents, talentContact, talentTexts } from "./texts.ts";
