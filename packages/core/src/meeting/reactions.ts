/** The door for what events and clocks start. */

export { type AgendaFact, deriveMeetingEvents, type RequestFact, type RunFact } from "./events.ts";
export { eraseMeetings, expireMeetings, heldMeetings } from "./held.ts";
export { followRegistration } from "./leave.ts";
export { makeSchedule } from "./make-schedule.ts";
export { tellAgenda, tellRequest } from "./tell.ts";
