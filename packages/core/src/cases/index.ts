export { checkCase } from "./check-case.ts";
export type { CaseDraft, PageDraft } from "./content.ts";
export { type Company, tellPresence } from "./presence.ts";
export { readTypedCase, readTypedPage } from "./preview-draft.ts";
export { publishCase, withdrawCase } from "./publish-case.ts";
export {
  countWaitingCases,
  getCase,
  listCases,
  listPublicCases,
  listPublicPages,
  readDraftCase,
  readDraftPage,
  readPublicCase,
  readPublicPage,
} from "./read-cases.ts";
export { askReview, recallReview, returnCase } from "./review-case.ts";
export { scheduleCase, unscheduleCase } from "./schedule-case.ts";
export { getVersion, listVersions, restoreVersion } from "./versions.ts";
export { createCase, createPage, editCase, editPage, type Saved } from "./write-case.ts";
