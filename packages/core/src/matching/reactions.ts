export { explain as explainMatch } from "./explain.ts";
export { matchDemands } from "./match-demands.ts";
export { indexOffers, openOffers } from "./offer.ts";
