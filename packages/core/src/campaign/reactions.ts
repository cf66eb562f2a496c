/** The door for what loads more than the API may: CSV, Markdown and mail. */
export { importContacts } from "./import-contacts.ts";
