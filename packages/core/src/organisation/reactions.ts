export { deriveOrganisationEvents, type MembershipFact } from "./events.ts";
export { eraseMemberships, heldMemberships } from "./held.ts";
export { memberOf } from "./member-of.ts";
export { organisationTellings, tellOfMembership } from "./tell.ts";
export { noteThing } from "./thing.ts";
