/** The door for what a person may ask of everything. */

export { withAttendance } from "./held.ts";
