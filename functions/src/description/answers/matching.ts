import { seeDigest, startDigest, stopDigest } from "@lingxi/core/digest";
import { DigestState } from "@lingxi/core/digest/answer-schema";
import {
  answerAsk,
  askBoth,
  exportJudgements,
  judgeMatch,
  listAsks,
  listAsksOf,
  listMatches,
  seeAsk,
  takeStep,
} from "@lingxi/core/matching";
import { Answered, Ask, Asked, AskView, Judged, Judgement, Matches, Step } from "@lingxi/core/matching/answer-schema";
import { pageOf } from "@lingxi/core/platform/answer-schema";
import { answer } from "./answer.ts";

export const matching = [
  answer(listMatches, Matches),
  answer(judgeMatch, Judged),
  answer(takeStep, Step),
  answer(askBoth, Asked),
  answer(listAsks, pageOf(Ask)),
  answer(listAsksOf, pageOf(Ask)),
  answer(seeAsk, AskView),
  answer(answerAsk, Answered),
  answer(seeDigest, DigestState),
  answer(stopDigest, DigestState),
  answer(startDigest, DigestState),
  answer(exportJudgements, pageOf(Judgement)),
];
