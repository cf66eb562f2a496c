export { askAccountLink } from "./ask.ts";
export { enterAccount } from "./enter.ts";
export { listOwnOrganisations, seeOwnOrganisation } from "./organisations.ts";
export { endAccountSession, endOtherAccountSessions, listOwnSessions, signOutAccount } from "./session.ts";
