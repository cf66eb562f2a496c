export { noteContact, proposeSolved } from "./derive-move.ts";
export { eraseDemands, expireDemands, heldDemands } from "./held.ts";
export { briefDemands, type DemandBrief, noteDemandOrganisation } from "./of-organisation.ts";
export { remindOwners } from "./remind.ts";
export { noteUnserved } from "./supply.ts";
export { tellEnterprise } from "./tell-enterprise.ts";
export { demandContact, demandTexts, listedDemandsOf, lookingDemands, type MatchedDemand } from "./texts.ts";
