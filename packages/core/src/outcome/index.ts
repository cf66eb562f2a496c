export { draftDealCase } from "./deal-case.ts";
export { kindByName, plainName } from "./kind-of.ts";
export { publicStatistics, type Statistics, seeStatistics } from "./statistics.ts";
export { draftSummary } from "./summary.ts";
