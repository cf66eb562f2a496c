export { type AttendanceRow, attendanceFigures, attendanceWorkbook, listAttendance } from "./attendance.ts";
export { arrivals, countEntered, hasCome } from "./attendees.ts";
export { printBadges } from "./badges.ts";
export { type Certificate, printAttendance, verifyCertificate } from "./certificate.ts";
export { printDoorList } from "./door-list.ts";
export {
  type Door,
  type DoorState,
  listDoors,
  listEntries,
  listReports,
  listTickets,
  type ReportRow,
  seeDoor,
} from "./read-door.ts";
export { type ActionAnswer, syncScans } from "./sync-scans.ts";
