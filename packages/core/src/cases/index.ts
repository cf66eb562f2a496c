export { checkCase } from "./check-case.ts";
export type { CaseDraft } from "./content.ts";
export { type Company, tellPresence } from "./presence.ts";
export { readTypedCase } from "./preview-draft.ts";
export { publishCase, withdrawCase } from "./publish-case.ts";
export {
  countWaitingCases,
  getCase,
  listCases,
  listPublicCases,
  readDraftCase,
  readPublicCase,
} from "./read-cases.ts";
export { askReview, recallReview, returnCase } from "./review-case.ts";
export { scheduleCase, unscheduleCase } from "./schedule-case.ts";
export { getVersion, listVersions, restoreVersion } from "./versions.ts";
export { createCase, editCase, type Saved } from "./write-case.ts";
