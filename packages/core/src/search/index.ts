export { type LiveIndex, liveIndex } from "./live.ts";
export { rank } from "./search.ts";
