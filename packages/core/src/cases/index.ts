export { publishCase, withdrawCase } from "./publish-case.ts";
export { getCase, listCases, listPublicCases, readDraftCase, readPublicCase } from "./read-cases.ts";
export { type StoredPicture, storePicture } from "./store-picture.ts";
export { createCase, editCase } from "./write-case.ts";
