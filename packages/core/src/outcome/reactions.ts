/** The door for events. */

export { deriveOutcomeEvents } from "./events.ts";
