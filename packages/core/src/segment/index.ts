export { factsOf, joinedFacts, organisationFacts } from "./facts.ts";
export { kindByName, plainName } from "./kind-of.ts";
export { type Facts, judge, neededBy } from "./policy.ts";
export { createSegment, dropSegment, editSegment, getSegment, listSegments, rulesOf } from "./segments.ts";
