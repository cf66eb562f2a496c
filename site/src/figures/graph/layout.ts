import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3-force";
import type { Net } from "./net.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

const ring = 70;
const settled = 0.001;

/** Where forces begin: around the chain, a ring for each step from it, each branch in a sector as wide as it has ends. */
function rings(net: Net): SimulationNodeDatum[] {
  const children = net.nodes.map((): number[] => []);
  net.before.forEach((from, node) => {
    if (from >= 0) children[from]?.push(node);
  });
  const ends = (node: number): number =>
    Math.max(
      1,
      (children[node] ?? []).reduce((all, child) => all + ends(child), 0),
    );
  const points: SimulationNodeDatum[] = net.nodes.map(() => ({ x: 0, y: 0 }));
  const spread = (node: number, depth: number, from: number, to: number) => {
    const angle = (from + to) / 2;
    points[node] = { x: depth * ring * Math.cos(angle), y: depth * ring * Math.sin(angle) };
    let at = from;
    for (const child of children[node] ?? []) {
      const until = at + ((to - from) * ends(child)) / ends(node);
      spread(child, depth + 1, at, until);
      at = until;
    }
  };
  spread(0, 0, -Math.PI / 2, 1.5 * Math.PI);
  return points;
}

/**
 * Where the nodes of a graph belong, in a plane of its own, wider than high. No chance is in it: the same graph gives the same places. For 300 nodes it
 * takes about a tenth of a second, so large graphs get fewer steps to settle.
 */
export function arrange(net: Net): Point[] {
  const points = rings(net);
  const links = net.edges.map(([source, target]) => ({ source, target }));
  const ticks = net.nodes.length > 100 ? 80 : 160;
  forceSimulation(points)
    .alphaDecay(1 - settled ** (1 / ticks))
    .force("link", forceLink(links).distance(46))
    .force("charge", forceManyBody().strength(-90).distanceMax(400))
    .force("apart", forceCollide(15))
    .force("x", forceX(0).strength(0.03))
    .force("y", forceY(0).strength(0.053))
    .stop()
    .tick(ticks);
  return points.map(({ x = 0, y = 0 }) => ({ x, y }));
}

/** The places in a box of so many px, each direction stretched by itself, yet not beyond three times. */
export function fit(points: readonly Point[], width: number, height: number, margin: number): Point[] {
  const span = (values: number[], room: number) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const scale = high > low ? Math.min(3, (room - 2 * margin) / (high - low)) : 1;
    return (value: number) => Math.round((room / 2 + (value - (low + high) / 2) * scale) * 10) / 10;
  };
  const across = span(
    points.map(({ x }) => x),
    width,
  );
  const down = span(
    points.map(({ y }) => y),
    height,
  );
  return points.map(({ x, y }) => ({ x: across(x), y: down(y) }));
}
