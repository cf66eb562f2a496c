export { readOfficialText, removeOfficialText, setOfficialText, storeDocument } from "./official-text.ts";
export { previewCase, previewTypedCase } from "./preview.ts";
export { publishChanges, publishDue, publishPolicy, publishSite } from "./publish.ts";
