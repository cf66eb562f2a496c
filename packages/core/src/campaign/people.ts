/** The door for contacts and segments: what the console asks for and the API of the public does not. */
export { countSegment, type SegmentCount } from "./count-segment.ts";
export { mergeContacts, undoMerge } from "./merge.ts";
export { dismissPair, listPairs } from "./pairs.ts";
export { type ContactView, contactHistory, editContact, seeContact, settleDifference } from "./see-contact.ts";
