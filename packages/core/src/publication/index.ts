export { Finding, find, findPage, suggestThings } from "./find.ts";
export { readOfficialText, removeOfficialText, setOfficialText, storeDocument } from "./official-text.ts";
export { previewCase, previewPage, previewTypedCase, previewTypedPage } from "./preview.ts";
export { previewVersion } from "./preview-version.ts";
export {
  fullPublication,
  listPageFailures,
  publicationUnderWay,
  publishChanges,
  publishDue,
  publishPolicy,
  publishSite,
} from "./publish.ts";
export { registerBuild } from "./register-build.ts";
export { releaseBuild, restoreVersion } from "./restore-version.ts";
export { siteMap, siteMapPart } from "./sitemap.ts";
export { listUpcoming, type Upcoming } from "./upcoming.ts";
export { listVersions, unpinVersion } from "./versions.ts";
