export { eraseDemands, expireDemands, heldDemands } from "./held.ts";
export { briefDemands, type DemandBrief, noteDemandOrganisation } from "./of-organisation.ts";
export { remindOwners } from "./remind.ts";
export { tellEnterprise } from "./tell-enterprise.ts";
export { demandContact, demandTexts, listedDemandsOf, lookingDemands, type MatchedDemand } from "./texts.ts";
