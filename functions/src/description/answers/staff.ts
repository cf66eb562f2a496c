import { readTrail } from "@lingxi/core/audit";
import { TrailRow } from "@lingxi/core/audit/answer-schema";
import { Made, pageOf } from "@lingxi/core/platform/answer-schema";
import {
  findThings,
  listNotices,
  listWork,
  readPulse,
  readToday,
  seeNotices,
  startWork,
  stopWork,
  tellWork,
} from "@lingxi/core/workspace";
import { Notices, Pulse, Seen, StopAsked, Things, Today, WorkList } from "@lingxi/core/workspace/answer-schema";
import { answer } from "./answer.ts";

export const staff = [
  answer(readTrail, pageOf(TrailRow)),
  answer(readToday, Today),
  answer(findThings, Things),
  answer(listNotices, Notices),
  answer(seeNotices, Seen),
  answer(listWork, WorkList),
  answer(startWork, Made),
  answer(stopWork, Made),
  answer(tellWork, StopAsked),
  answer(readPulse, Pulse),
];
