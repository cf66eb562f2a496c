export { assignJuror, clearConflict, distributeJurors, listJurors, removeJuror, reopenScore } from "./assign.ts";
export { decideEntry, markEntry, publishResult } from "./decide.ts";
export { enterProject, submitToRoadshow } from "./enter.ts";
export { resultsWorkbook } from "./export.ts";
export {
  countJuryWork,
  declareConflict,
  declareJuror,
  handInScore,
  listJuryWork,
  openJuryEntry,
  readJuror,
  saveScore,
} from "./jury.ts";
export { publishOrder, readOrder, saveOrder } from "./order.ts";
export { changeEntry, type OwnEntry, seeEntry, withdrawEntry } from "./own.ts";
export { listOpenCalls, type OpenCall, readCall, roadshowShown } from "./public.ts";
export { getEntry, listEntries } from "./read-entries.ts";
export { getRoadshow, setCall } from "./set-call.ts";
