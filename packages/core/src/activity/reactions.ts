/** The door for what events and clocks start: heavier than what the API may load. */

export { calendarEntry, publicEntry } from "./calendar.ts";
export { expireCodes } from "./codes.ts";
export { drawLotteries } from "./draw.ts";
export { activityEvents, deriveActivityEvents, type RegistrationFact } from "./events.ts";
export { eraseRegistrations, expireRegistrations, heldRegistrations, withdrawNotices } from "./held.ts";
export { registrationToken } from "./link.ts";
export { type ActivityName, activityNames } from "./names.ts";
export { expireOffers, offerSeats } from "./offer-seats.ts";
export { onlineFacts } from "./online-words.ts";
export { sessionCalendar } from "./session-calendar.ts";
export { type News, toldOf } from "./stages-schema.ts";
export { type Telling, tellPerson } from "./tell-person.ts";
