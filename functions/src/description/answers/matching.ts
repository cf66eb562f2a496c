import { exportJudgements, judgeMatch, listMatches, takeStep } from "@lingxi/core/matching";
import { Judged, Judgement, Matches, Step } from "@lingxi/core/matching/answer-schema";
import { pageOf } from "@lingxi/core/platform/answer-schema";
import { answer } from "./answer.ts";

export const matching = [
  answer(listMatches, Matches),
  answer(judgeMatch, Judged),
  answer(takeStep, Step),
  answer(exportJudgements, pageOf(Judgement)),
];
