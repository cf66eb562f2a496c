export { eraseDemands, heldDemands } from "./held.ts";
export { tellEnterprise } from "./tell-enterprise.ts";
