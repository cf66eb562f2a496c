export { eraseInvitations, heldInvitations } from "./held.ts";
