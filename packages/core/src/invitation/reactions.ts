export { deriveInvitationEvents } from "./events.ts";
export { eraseInvitations, heldInvitations } from "./held.ts";
