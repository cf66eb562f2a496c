export { readOfficialText, removeOfficialText, setOfficialText, storeDocument } from "./official-text.ts";
export { previewCase } from "./preview.ts";
export { publishChange, publishDue, publishPolicy, publishSite } from "./publish.ts";
