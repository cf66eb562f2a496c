export { exportJudgements, judgeMatch, listMatches } from "./judge.ts";
export { takeStep } from "./take-step.ts";
