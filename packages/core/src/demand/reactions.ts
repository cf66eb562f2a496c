export { eraseDemands, heldDemands } from "./held.ts";
export { tellEnterprise } from "./tell-enterprise.ts";
export { demandTexts, lookingDemands, type MatchedDemand } from "./texts.ts";
