export { eraseDemands, expireDemands, heldDemands } from "./held.ts";
export { tellEnterprise } from "./tell-enterprise.ts";
