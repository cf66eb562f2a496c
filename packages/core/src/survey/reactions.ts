export { deriveSurveyEvents } from "./events.ts";
export { eraseSurveys, heldSurveys } from "./held.ts";
export { surveyToken } from "./link.ts";
export { sendSurveys } from "./send-surveys.ts";
