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
const gap = 12;

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Names beside their nodes, as many as have room: none is over another, over a node or outside of the box. Those that come first in `order` get
 * their place first; the very first one has its name in any case, over nodes if need be.
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
  const longest = Math.min(16 * labelSize, 0.45 * width);
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
    const boxes = places.map((place) => ({
      place,
      left: place.left,
      right: place.left + wide,
      top: place.y - 8,
      bottom: place.y + 8,
    }));
    const inside = boxes.filter((box) => box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height);
    const free = inside.find((box) => !taken.some((other) => meet(box, other))) ?? (node === order[0] ? inside[0] : undefined);
    if (!free) continue;
    taken.push(free);
    labels.push({ node, text, x: free.place.x, y: free.place.y + 4.5, anchor: free.place.anchor });
  }
  return labels;
}
