export { eraseProjects, expireProjects, heldProjects } from "./held.ts";
export { tellSupplier } from "./tell-supplier.ts";
