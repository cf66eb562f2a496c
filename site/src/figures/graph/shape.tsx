import type { GraphNode } from "@lingxi/core/publication/schema";

/** A form for each kind, so that colour alone says nothing; drawn around 0, about 7 px to each side. A need is an open point, as everywhere. */
const forms: Readonly<Record<GraphNode["kind"], string>> = {
  chain: "M-11 0a11 11 0 1 0 22 0a11 11 0 1 0 -22 0Z",
  organisation: "M-7 -7h14v14h-14Z",
  activities: "M0 -8L7 -4V4L0 8L-7 4V-4Z",
  projects: "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0Z",
  demands: "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0Z",
  cases: "M0 -9L2.6 -3.2L8.6 -2.8L4 1.2L5.4 7.4L0 4L-5.4 7.4L-4 1.2L-8.6 -2.8L-2.6 -3.2Z",
  talents: "M0 -8L8 6H-8Z",
};

type Shown = Pick<GraphNode, "kind" | "over">;

/** What has taken place is drawn as a line only. */
export const Shape = ({ kind, over }: Shown) => <path class={`shape of-${kind}${over ? " is-over" : ""}`} d={forms[kind]} />;

/** The form beside a word. */
export const Sign = ({ kind, over }: Shown) => (
  <svg class="sign" width="18" height="18" viewBox="-12 -12 24 24" aria-hidden="true">
    <Shape kind={kind} over={over} />
  </svg>
);
