export { eraseProjects, expireProjects, heldProjects } from "./held.ts";
export { briefProjects, noteProjectOrganisation, type ProjectBrief } from "./of-organisation.ts";
export { noteProjectSeeking } from "./seeking.ts";
export { tellSupplier } from "./tell-supplier.ts";
export { listedProjects, listedProjectsOf, type MatchedProject, projectContact, projectTexts } from "./texts.ts";
