import { ContactView, PairPage, Person, SegmentCount, SentPage } from "@lingxi/core/campaign/contact-answer-schema";
import {
  contactHistory,
  countSegment,
  dismissPair,
  editContact,
  listPairs,
  mergeContacts,
  seeContact,
  settleDifference,
  undoMerge,
} from "@lingxi/core/campaign/people";
import { Made, pageOf, Versioned } from "@lingxi/core/platform/answer-schema";
import { createSegment, dropSegment, editSegment, getSegment, listSegments } from "@lingxi/core/segment";
import { SegmentRow } from "@lingxi/core/segment/answer-schema";
import { type Answer, answer } from "./answer.ts";

export const contacts: readonly Answer[] = [
  answer(listPairs, PairPage),
  answer(seeContact, ContactView),
  answer(editContact, Versioned),
  answer(contactHistory, SentPage),
  answer(settleDifference, Versioned),
  answer(mergeContacts, Versioned),
  answer(undoMerge, Versioned),
  answer(dismissPair, Person),
  answer(listSegments, pageOf(SegmentRow)),
  answer(createSegment, Made),
  answer(countSegment, SegmentCount),
  answer(getSegment, SegmentRow),
  answer(editSegment, Versioned),
  answer(dropSegment, Versioned),
];
