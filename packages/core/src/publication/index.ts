export { publishChange, publishSite } from "./publish.ts";
