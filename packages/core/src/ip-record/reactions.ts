export { erasePatents, heldPatents } from "./held.ts";
export { importPatents } from "./import-patents.ts";
export { legalOn } from "./policy.ts";
export { notePatentSeeking } from "./seeking.ts";
export { type MatchedPatent, offeredPatents, patentContact, patentTexts } from "./texts.ts";
