export { type DataRequestFact, derivePrivacyEvents } from "./events.ts";
export { expirePersonal } from "./expire.ts";
export { finishErasures } from "./finish.ts";
export { forgetMember } from "./forget-member.ts";
export { sendDataLink } from "./send-link.ts";
