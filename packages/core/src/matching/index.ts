export { rank } from "../search/index.ts";
export { indexOffers, type Offer, openOffers } from "./offer.ts";
