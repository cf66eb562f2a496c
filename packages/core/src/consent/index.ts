export { giveConsent, isInForce, withdrawConsent } from "./record.ts";
