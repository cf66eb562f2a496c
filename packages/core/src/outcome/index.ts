export { publicStatistics, type Statistics, seeStatistics } from "./statistics.ts";
export { draftSummary } from "./summary.ts";
