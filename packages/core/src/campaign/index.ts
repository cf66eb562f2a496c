export { listContacts, listImports, readImport } from "./read-contacts.ts";
