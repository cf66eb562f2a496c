export { answerAsk, seeAsk } from "./answer-ask.ts";
export { askBoth } from "./ask.ts";
export { type AgreedFact, type AskFact, deriveMatchEvents } from "./events.ts";
export { exportJudgements, judgeMatch, listMatches } from "./judge.ts";
export { listAsks, listAsksOf } from "./list-asks.ts";
export { takeStep } from "./take-step.ts";
