export { askAccountLink } from "./ask.ts";
export { enterAccount } from "./enter.ts";
export { endAccountSession, endOtherAccountSessions, listOwnSessions, signOutAccount } from "./session.ts";
