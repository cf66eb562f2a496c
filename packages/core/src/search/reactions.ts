export { logWrites } from "./log.ts";
export { compactSnapshot, saveSnapshot } from "./snapshot.ts";
