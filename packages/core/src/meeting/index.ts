export { check, measure } from "./schedule/check.ts";
export { type Plan, type PlanOptions, plan } from "./schedule/plan.ts";
export { type Meeting, type Problem, type Slots, unplaced } from "./schedule/problem.ts";
