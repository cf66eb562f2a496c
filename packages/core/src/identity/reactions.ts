export { deriveIdentityEvents, type IdentityFact } from "./events.ts";
export { identityTellings, tellMember } from "./tell-member.ts";
