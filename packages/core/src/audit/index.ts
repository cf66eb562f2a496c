export { readTrail } from "./read-trail.ts";
