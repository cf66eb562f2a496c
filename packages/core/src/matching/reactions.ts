export { matchDemands } from "./match-demands.ts";
