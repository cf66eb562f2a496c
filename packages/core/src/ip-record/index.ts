export { changePatent, enterPatent, movePatent } from "./enter.ts";
export { derivePatentEvents, type PatentFact } from "./events.ts";
export { listPatentImports, patentImportsUnderWay, readPatentImport, stopPatentImport } from "./imports.ts";
export { getPatent, listPatents } from "./read.ts";
