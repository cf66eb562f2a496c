export { eraseTalent, expireTalents, heldTalent, withdrawTalentChoice } from "./held.ts";
export { type TalentTelling, tellTalent } from "./tell-talent.ts";
export {
  inThePool,
  type MatchedTalent,
  type PooledTalent,
  pooledTalents,
  publicTalents,
  talentContact,
  talentInPool,
  talentsInPool,
  talentTexts,
} from "./texts.ts";
