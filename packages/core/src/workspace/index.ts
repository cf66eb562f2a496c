export { findThings } from "./find.ts";
export { listNotices, seeNotices } from "./inbox.ts";
export { keepViews, readViews } from "./keep-views.ts";
export { readPulse } from "./pulse.ts";
export { readToday } from "./today.ts";
export { listUnderWay } from "./under-way.ts";
export { listWork, startWork, stopWork, tellWork } from "./work.ts";
