export { eraseProjects, heldProjects } from "./held.ts";
export { tellSupplier } from "./tell-supplier.ts";
export { listedProjects, type MatchedProject, projectTexts } from "./texts.ts";
