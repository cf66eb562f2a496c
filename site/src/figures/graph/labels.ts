import { cut, widthOf } from "../text-width.ts";
import type { Point } from "./layout.ts";

export interface Label {
  readonly node: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "end" | "middle";
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const labelSize = 13;
const longest = 13 * labelSize;
const gap = 12;

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Names beside their nodes, as many as have room: none is over another, over a node or outside of the box. Those that come first in `order` get
 * their place first.
 */
export function placeLabels(
  points: readonly Point[],
  names: readonly string[],
  order: readonly number[],
  width: number,
  height: number,
): Label[] {
  const taken: Box[] = points.map(({ x, y }) => ({ left: x - 8, right: x + 8, top: y - 8, bottom: y + 8 }));
  const labels: Label[] = [];
  for (const node of order) {
    const point = points[node];
    if (!point) continue;
    const text = cut(names[node] ?? "", longest, labelSize);
    const wide = widthOf(text, labelSize);
    const { x, y } = point;
    const places = [
      { anchor: "start", x: x + gap, y, left: x + gap },
      { anchor: "end", x: x - gap, y, left: x - gap - wide },
      { anchor: "middle", x, y: y + 19, left: x - wide / 2 },
      { anchor: "middle", x, y: y - 19, left: x - wide / 2 },
    ] as const;
    for (const place of places) {
      const box = { left: place.left, right: place.left + wide, top: place.y - 8, bottom: place.y + 8 };
      const inside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
      if (!inside || taken.some((other) => meet(box, other))) continue;
      taken.push(box);
      labels.push({ node, text, x: place.x, y: place.y + 4.5, anchor: place.anchor });
      break;
    }
  }
  return labels;
}
