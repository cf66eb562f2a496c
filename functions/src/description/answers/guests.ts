import { countGuests, inviteGuests, listGuests, previewGuests } from "@lingxi/core/invitation";
import { GuestCounts, GuestPreview, Guests, Invited } from "@lingxi/core/invitation/answer-schema";
import { draftSummary, publishOutcome, readOutcome, seeOutcome, seeStatistics, withdrawOutcome } from "@lingxi/core/outcome";
import { OutcomeView, PublicOutcome, Statistics } from "@lingxi/core/outcome/answer-schema";
import { Made, Versioned } from "@lingxi/core/platform/answer-schema";
import { closeSurvey, getSurvey, listTexts, openSurvey, seeResults, writeSurvey } from "@lingxi/core/survey";
import { Opened, Survey, SurveyResults, SurveyTexts } from "@lingxi/core/survey/answer-schema";
import { answer } from "./answer.ts";

export const guests = [
  answer(previewGuests, GuestPreview),
  answer(inviteGuests, Invited),
  answer(countGuests, GuestCounts),
  answer(listGuests, Guests),
  answer(getSurvey, Survey),
  answer(writeSurvey, Versioned),
  answer(openSurvey, Opened),
  answer(closeSurvey, Versioned),
  answer(seeResults, SurveyResults),
  answer(listTexts, SurveyTexts),
  answer(seeStatistics, Statistics),
  answer(readOutcome, PublicOutcome),
  answer(seeOutcome, OutcomeView),
  answer(publishOutcome, Versioned),
  answer(withdrawOutcome, Versioned),
  answer(draftSummary, Made),
];
