export { giveConsent, isInForce, newConsent, withdrawConsent } from "./record.ts";
