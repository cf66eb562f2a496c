export { explain as explainMatch } from "./explain.ts";
export { followAgreement, followAsk } from "./follow-pair.ts";
export { eraseAsks, heldAsks } from "./held.ts";
export { matchDemands } from "./match-demands.ts";
export { indexOffers, openOffers } from "./offer.ts";
export { sendDigests } from "./send-digests.ts";
export { tellAsked } from "./tell-asked.ts";
