/** The door for what events and clocks start: heavier than what the API may load. */
export { expireCodes } from "./codes.ts";
export { drawLotteries } from "./draw.ts";
export { activityEvents, deriveActivityEvents, type RegistrationFact } from "./events.ts";
export { eraseRegistrations, expireRegistrations, heldRegistrations } from "./held.ts";
export { expireOffers, offerSeats } from "./offer-seats.ts";
export { type Telling, tellPerson } from "./tell-person.ts";
