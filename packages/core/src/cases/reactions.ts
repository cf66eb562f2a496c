export { deriveCaseEvents } from "./events.ts";
export { publishScheduled } from "./schedule-case.ts";
