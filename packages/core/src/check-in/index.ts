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
