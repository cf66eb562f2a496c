export { publishChange, publishDue, publishSite } from "./publish.ts";
