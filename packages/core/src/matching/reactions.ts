export { eraseAsks, heldAsks } from "./held.ts";
export { matchDemands } from "./match-demands.ts";
export { tellAsked } from "./tell-asked.ts";
