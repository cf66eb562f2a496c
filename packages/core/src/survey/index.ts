export { type AskedSurvey, answerSurvey, seeSurvey } from "./answer.ts";
export { countAnswers, listTexts, type QuestionResult, type SurveyResults, seeResults } from "./results.ts";
export { closeSurvey, getSurvey, openSurvey, type SurveyRow, writeSurvey } from "./run-survey.ts";
