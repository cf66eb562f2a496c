import { Made, Versioned } from "@lingxi/core/platform/answer-schema";
import {
  findThings,
  keepViews,
  listNotices,
  listUnderWay,
  listWork,
  readPulse,
  readToday,
  readViews,
  seeNotices,
  startWork,
  stopWork,
  tellWork,
} from "@lingxi/core/workspace";
import { Found, Notices, Pulse, SeenUpTo, StopAsked, Today, UnderWays, Views, Works } from "@lingxi/core/workspace/answer-schema";
import { answer } from "./answer.ts";

export const workspace = [
  answer(readToday, Today),
  answer(findThings, Found),
  answer(listNotices, Notices),
  answer(seeNotices, SeenUpTo),
  answer(listUnderWay, UnderWays),
  answer(listWork, Works),
  answer(startWork, Made),
  answer(tellWork, StopAsked),
  answer(stopWork, Made),
  answer(readViews, Views),
  answer(keepViews, Versioned),
  answer(readPulse, Pulse),
];
