/** The door for what events and clocks start, and for what a person may ask of everything. */

export { deriveRoadshowEvents, type EntryFact, type JurorFact, type OrderFact } from "./events.ts";
export { closeCall, keepStage, listOnStage } from "./follow.ts";
export { eraseEntries, eraseJury, expireRoadshows, forgetJuror, heldEntries, heldJury } from "./held.ts";
export { tellCalledOff, tellOfEntry, tellResult, tellTimes } from "./tell.ts";
export { tellJuror } from "./tell-juror.ts";
