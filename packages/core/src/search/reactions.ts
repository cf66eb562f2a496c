export { deriveSearchEvents, type RemovedFact } from "./events.ts";
export { forgetRemoved } from "./forget.ts";
export { logWrites } from "./log.ts";
export { compactSnapshot, saveSnapshot } from "./snapshot.ts";
