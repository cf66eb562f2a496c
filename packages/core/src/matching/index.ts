export { exportJudgements, judgeMatch, listMatches } from "./judge.ts";
