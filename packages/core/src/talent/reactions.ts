export { eraseTalent, expireTalents, heldTalent, withdrawTalentChoice } from "./held.ts";
export { type TalentTelling, tellTalent } from "./tell-talent.ts";
export { type MatchedTalent, publicTalents, talentContact, talentInPool, talentTexts } from "./texts.ts";
