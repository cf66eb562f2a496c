export { erasePatents, heldPatents } from "./held.ts";
export { importPatents } from "./import-patents.ts";
