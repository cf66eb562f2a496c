export { eraseTalent, expireTalents, heldTalent, withdrawTalentChoice } from "./held.ts";
export { type TalentTelling, tellTalent } from "./tell-talent.ts";
export { type MatchedTalent, publicTalents, talentContact, talentInPool, talentsInPool, talentTexts } from "./texts.ts";
