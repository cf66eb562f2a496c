import {
  attendanceFigures,
  listAttendance,
  listDoors,
  listEntries,
  listReports,
  listTickets,
  seeDoor,
  syncScans,
} from "@lingxi/core/check-in";
import {
  AttendanceFigures,
  AttendanceRows,
  DoorReports,
  DoorState,
  Doors,
  EntryChanges,
  Synced,
  Tickets,
} from "@lingxi/core/check-in/answer-schema";
import { answer } from "./answer.ts";

export const checkIn = [
  answer(listDoors, Doors),
  answer(seeDoor, DoorState),
  answer(listTickets, Tickets),
  answer(listEntries, EntryChanges),
  answer(listReports, DoorReports),
  answer(listAttendance, AttendanceRows),
  answer(attendanceFigures, AttendanceFigures),
  answer(syncScans, Synced),
];
