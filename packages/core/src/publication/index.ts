export { Finding, find, findPage, type Searching } from "./find.ts";
export { readOfficialText, removeOfficialText, setOfficialText, storeDocument } from "./official-text.ts";
export { previewCase, previewTypedCase } from "./preview.ts";
export { listPageFailures, publishChanges, publishDue, publishPolicy, publishSite } from "./publish.ts";
export { siteMap, siteMapPart } from "./sitemap.ts";
