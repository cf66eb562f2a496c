export { draftDealCase } from "./deal-case.ts";
export { outcomeShown, publishOutcome, readOutcome, seeOutcome, withdrawOutcome } from "./publish-outcome.ts";
export { type Statistics, seeStatistics } from "./statistics.ts";
export { draftSummary } from "./summary.ts";
