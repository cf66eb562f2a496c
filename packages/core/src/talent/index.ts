export { type ApplyAnswer, applyTalent } from "./apply.ts";
export { deriveTalentEvents, type TalentFact } from "./events.ts";
export { changeTalent, chooseTalentConsent, leaveTalents, seeTalent } from "./own.ts";
export { listPublicTalents, readTalent } from "./read.ts";
export { approveTalent, countWaitingTalents, declineTalent, getTalent, listTalents } from "./review.ts";
