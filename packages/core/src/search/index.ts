export { analyse } from "./analyse.ts";
export { build } from "./build.ts";
export type { Entry } from "./entry.ts";
export { allEntries, emptyLibrary, type Library, loaded, serialised, updated } from "./library.ts";
export { type LiveIndex, liveIndex } from "./live.ts";
export { idle } from "./plan.ts";
export { leadOf, type Ranked, rank, rarities, type Sought } from "./rank.ts";
