import {
  askRun,
  blockPerson,
  decideTwin,
  listMeetingPeople,
  noteOutcome,
  publishSchedule,
  readDesk,
  setUpMeetings,
  stopRun,
} from "@lingxi/core/meeting";
import { Blocked, Decided, Desk, PersonRow, Published, Saved, SetUp, Stopped } from "@lingxi/core/meeting/answer-schema";
import { Made, pageOf } from "@lingxi/core/platform/answer-schema";
import { answer } from "./answer.ts";

export const meeting = [
  answer(readDesk, Desk),
  answer(setUpMeetings, SetUp),
  answer(listMeetingPeople, pageOf(PersonRow)),
  answer(blockPerson, Blocked),
  answer(decideTwin, Decided),
  answer(askRun, Made),
  answer(stopRun, Stopped),
  answer(publishSchedule, Published),
  answer(noteOutcome, Saved),
];
