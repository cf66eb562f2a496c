export { derivePolicyEvents } from "./events.ts";
