import { Made } from "@lingxi/core/platform/answer-schema";
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
import { Found, Notices, Pulse, SeenUpTo, StopAsked, Today, Works } from "@lingxi/core/workspace/answer-schema";
import { answer } from "./answer.ts";

export const workspace = [
  answer(readToday, Today),
  answer(findThings, Found),
  answer(listNotices, Notices),
  answer(seeNotices, SeenUpTo),
  answer(listWork, Works),
  answer(startWork, Made),
  answer(tellWork, StopAsked),
  answer(stopWork, Made),
  answer(readPulse, Pulse),
];
