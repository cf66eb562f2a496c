export { type AccountFact, deriveAccountEvents } from "./events.ts";
export { eraseAccount, heldAccount, idleAccounts } from "./held.ts";
export { accountTellings, tellParticipant } from "./tell.ts";
