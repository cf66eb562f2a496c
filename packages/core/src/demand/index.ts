export { classifyDemand } from "./classify.ts";
export { type DemandFact, deriveDemandEvents } from "./events.ts";
export { moveDemand } from "./move.ts";
export { changeDemand, seeDemand, withdrawOwnDemand } from "./own.ts";
export { closeOwnDemand, confirmDemand } from "./own-review.ts";
export { countWaitingDemands, getDemand, listDemands, listPublicDemands, readDemand } from "./read.ts";
export { declineDemand, publishDemand, requestDemandChanges, translateDemand, withdrawDemand } from "./review.ts";
export { enterDemand, type SubmitAnswer, submitDemand } from "./submit.ts";
