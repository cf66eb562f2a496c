export { held } from "./labels.ts";
export { giveConsent, isInForce, newConsent, withdrawConsent } from "./record.ts";
