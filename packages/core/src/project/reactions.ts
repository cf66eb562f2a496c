export { eraseProjects, heldProjects } from "./held.ts";
export { briefProjects, noteProjectOrganisation, type ProjectBrief } from "./of-organisation.ts";
export { tellSupplier } from "./tell-supplier.ts";
