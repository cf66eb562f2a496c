/** The door for what events and clocks start, and for what a person may ask of everything. */

export { deriveRoadshowEvents, type EntryFact, type OrderFact } from "./events.ts";
export { eraseEntries, eraseJury, expireRoadshows, forgetJuror, heldEntries, heldJury } from "./held.ts";
export { tellOfEntry, tellResult, tellTimes } from "./tell.ts";
