import type { DemandState, Indicator } from "@lingxi/core/demand/schema";
import { fill } from "@lingxi/core/platform/text";
import type { View } from "./page.ts";

/** The tag's colour for each state; the words say the same, so colour is never alone. */
export const demandTone: Readonly<Record<DemandState, string>> = {
  open: "tag--accent",
  "in-contact": "tag--info",
  solved: "tag--success",
  unsolved: "",
};

/** What is required, with its unit: `≥ 95 %`. */
export const indicatorText = ({ words }: View, { comparison, value, unit }: Indicator): string =>
  `${fill(words.demand.comparison[comparison], { value })} ${unit}`.trim();

/** A step on the way of a need, and where it stands there. */
interface Step {
  readonly name: string;
  readonly at: "done" | "current" | "ahead";
}

/** 形成 → 对接 → 解决; a need that is closed without a solution ends there. */
export function stepsOf({ words }: View, state: DemandState): Step[] {
  const { step } = words.demand;
  const names = [step.open, step["in-contact"], state === "unsolved" ? step.unsolved : step.solved];
  const now = { open: 0, "in-contact": 1, solved: 3, unsolved: 2 }[state];
  return names.map((name, at) => ({ name, at: at < now ? "done" : at === now ? "current" : "ahead" }));
}
