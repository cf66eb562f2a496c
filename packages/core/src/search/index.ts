export { build } from "./build.ts";
export type { Entry } from "./entry.ts";
export { emptyLibrary, type Library, loaded, serialised, updated } from "./library.ts";
export { type LiveIndex, liveIndex } from "./live.ts";
export { leadOf, type Ranked, rank, type Sought } from "./rank.ts";
