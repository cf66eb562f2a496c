/** The door for the relay, and for what a person may ask of everything: without what prints badges. */
export { deriveDoorEvents } from "./events.ts";
export { withAttendance } from "./held.ts";
