import type { Net } from "./net.ts";

/** The way from the chain to where one stands: positions, the last is where. */
export type Trail = readonly number[];

export const start: Trail = [0];
export const standing = (trail: Trail): number => trail.at(-1) ?? 0;

/** The shortest way to a node; the start where there is none. */
export function trailTo(net: Net, node: number): Trail {
  const trail = [node];
  for (let at = node; at > 0; ) {
    at = net.before[at] ?? -1;
    if (at < 0) return start;
    trail.unshift(at);
  }
  return trail;
}

/** One step on: to a node where the trail already was it leads back, to one that is connected it grows, to any other it is the shortest. */
export function stepTo(net: Net, trail: Trail, node: number): Trail {
  const was = trail.indexOf(node);
  if (was >= 0) return trail.slice(0, was + 1);
  return net.next[standing(trail)]?.includes(node) ? [...trail, node] : trailTo(net, node);
}

/** What stands beside the present node: whatever else one could have come to from the one before it. */
export function beside(net: Net, trail: Trail): readonly number[] {
  const earlier = trail.slice(0, -1);
  const from = earlier.at(-1);
  return from === undefined ? trail : (net.next[from] ?? []).filter((node) => !earlier.includes(node));
}

/** Where a key leads; undefined where it leads nowhere. */
export function walk(net: Net, trail: Trail, key: string): Trail | undefined {
  const row = beside(net, trail);
  const at = row.indexOf(standing(trail));
  const go = (node: number | undefined) =>
    node === undefined || node === standing(trail) ? undefined : [...trail.slice(0, -1), node];
  const onward = net.next[standing(trail)]?.find((node) => !trail.includes(node));
  switch (key) {
    case "ArrowRight":
      return onward === undefined ? undefined : [...trail, onward];
    case "ArrowLeft":
      return trail.length > 1 ? trail.slice(0, -1) : undefined;
    case "ArrowDown":
      return trail.length > 1 ? go(row[(at + 1) % row.length]) : walk(net, trail, "ArrowRight");
    case "ArrowUp":
      return go(row[(at - 1 + row.length) % row.length]);
    case "Home":
      return go(row[0]);
    case "End":
      return go(row.at(-1));
    case "Escape":
      return trail.length > 1 ? start : undefined;
    default:
      return undefined;
  }
}

/** The same way in a graph that has changed, as far as it is still there. */
export function carryOver(before: Net, after: Net, trail: Trail): Trail {
  const places = new Map(after.nodes.map(({ id }, n) => [id, n]));
  const kept: number[] = [];
  for (const node of trail) {
    const now = places.get(before.nodes[node]?.id ?? "");
    const last = kept.at(-1);
    if (now === undefined || (last !== undefined && !after.next[last]?.includes(now))) break;
    kept.push(now);
  }
  return kept[0] === 0 ? kept : start;
}
