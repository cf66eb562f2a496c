import { describe, expect, it } from "vitest";
import { largeGraph, lonelyGraph, sampleGraph } from "../sample.ts";
import { widthOf } from "../text-width.ts";
import { hashOf, placeIn } from "./address.ts";
import { labelSize, placeLabels } from "./labels.ts";
import { arrange, fit } from "./layout.ts";
import { netOf, readGraph } from "./net.ts";
import { beside, carryOver, standing, start, stepTo, type Trail, trailTo, walk } from "./walk.ts";

const net = netOf(sampleGraph);
const large = netOf(largeGraph);
const at = (id: string) => net.nodes.findIndex((node) => node.id.includes(id));
const ids = (trail: Trail | undefined) => trail?.map((node) => net.nodes[node]?.id.split(":")[1]);
const keys = (...pressed: string[]) => pressed.reduce<Trail>((trail, key) => walk(net, trail, key) ?? trail, start);

describe("a graph from the network", () => {
  it("is taken as it was written", () => {
    expect(readGraph(JSON.stringify(sampleGraph))).toEqual(sampleGraph);
  });

  it.each([
    ["no nodes", { nodes: [], edges: [] }],
    ["an edge to nowhere", { ...sampleGraph, edges: [[0, 99]] }],
    ["an edge of three", { ...sampleGraph, edges: [[0, 1, 2]] }],
    ["an unknown kind", { nodes: [{ ...sampleGraph.nodes[0], kind: "planet" }], edges: [] }],
    ["a page on another site", { nodes: [{ ...sampleGraph.nodes[0], path: "//evil.example/" }], edges: [] }],
    ["a page that is a script", { nodes: [{ ...sampleGraph.nodes[0], path: "javascript:alert(1)" }], edges: [] }],
    ["nothing", null],
  ])("is refused with %s", (_what, graph) => {
    expect(() => readGraph(JSON.stringify(graph))).toThrow();
  });
});

describe("walking", () => {
  it("goes on along a line, and back", () => {
    expect(ids(keys("ArrowRight"))).toEqual(["titanium", "西部钛材研究院"]);
    expect(ids(keys("ArrowRight", "ArrowRight"))).toEqual(["titanium", "西部钛材研究院", "prj_1"]);
    expect(keys("ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft")).toEqual(start);
  });

  it("changes to what stands beside, around and to both ends", () => {
    expect(ids(keys("ArrowRight", "ArrowDown"))).toEqual(["titanium", "宝鸡紧固件股份有限公司"]);
    expect(ids(keys("ArrowRight", "ArrowUp"))).toEqual(["titanium", "cas_1"]);
    expect(ids(keys("ArrowRight", "End"))).toEqual(["titanium", "cas_1"]);
    expect(ids(keys("ArrowRight", "End", "ArrowDown"))).toEqual(["titanium", "西部钛材研究院"]);
    expect(ids(keys("ArrowRight", "End", "Home"))).toEqual(["titanium", "西部钛材研究院"]);
  });

  it("crosses from a case to the project that it names, and on to its organisation", () => {
    const trail = keys("ArrowRight", "End", "ArrowRight", "ArrowRight");
    expect(ids(trail)).toEqual(["titanium", "cas_1", "prj_1", "西部钛材研究院"]);
    expect(beside(net, trail)).toEqual([at("西部钛材研究院")]);
  });

  it("returns to the chain, and tells when it is there already", () => {
    expect(walk(net, keys("ArrowRight", "ArrowRight"), "Escape")).toEqual(start);
    expect(walk(net, start, "Escape")).toBeUndefined();
  });

  it("goes nowhere by other keys, at an end, and where there is one node", () => {
    expect(walk(net, start, "a")).toBeUndefined();
    expect(walk(net, trailTo(net, at("dem_1")), "ArrowRight")).toBeUndefined();
    for (const key of ["ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End"])
      expect(walk(netOf(lonelyGraph), start, key)).toBeUndefined();
  });

  it("comes along every line of a large graph, from one end to the other", () => {
    const crossed = new Set<string>();
    const seen = new Set<string>();
    const waiting: Trail[] = [start];
    for (const trail of waiting) {
      for (const key of ["ArrowRight", "ArrowDown"]) {
        const next = walk(large, trail, key);
        if (!next || seen.has(String(next)) || next.length > 5) continue;
        seen.add(String(next));
        waiting.push(next);
        crossed.add([next.at(-2), next.at(-1)].sort((a = 0, b = 0) => a - b).join("-"));
      }
    }
    const lines = large.edges.map(([a, b]) => [a, b].sort((x, y) => x - y).join("-"));
    expect(lines.filter((line) => !crossed.has(line))).toEqual([]);
  });

  it("follows a link to a neighbour, back along the way, or by the shortest way", () => {
    const trail = keys("ArrowRight", "ArrowRight");
    expect(ids(stepTo(net, trail, at("cas_1")))).toEqual(["titanium", "西部钛材研究院", "prj_1", "cas_1"]);
    expect(ids(stepTo(net, trail, at("西部钛材")))).toEqual(["titanium", "西部钛材研究院"]);
    expect(ids(stepTo(net, trail, at("dem_1")))).toEqual(["titanium", "宝鸡紧固件股份有限公司", "dem_1"]);
  });

  it("stays on its way in a newer graph, as far as that is still there", () => {
    const trail = trailTo(net, at("dem_1"));
    const [root, ...rest] = sampleGraph.nodes;
    const moved = netOf({
      nodes: [root, { ...rest[0], id: "organisation:new" }, ...rest].filter(
        (node) => node !== undefined,
      ) as typeof sampleGraph.nodes,
      edges: sampleGraph.edges.map(([a, b]) => [a ? a + 1 : 0, b ? b + 1 : 0] as const),
    });
    const kept = carryOver(net, moved, trail);
    expect(kept.map((node) => moved.nodes[node]?.id)).toEqual(trail.map((node) => net.nodes[node]?.id));
    const without = netOf({ nodes: sampleGraph.nodes.slice(0, 6), edges: sampleGraph.edges.filter(([, b]) => b < 6) });
    expect(standing(carryOver(net, without, trail))).toBe(5);
    expect(carryOver(net, netOf(lonelyGraph), trail)).toEqual(start);
  });
});

describe("the picture", () => {
  it("is the same for the same graph", () => {
    expect(arrange(netOf(largeGraph))).toEqual(arrange(large));
  });

  it.each([
    [lonelyGraph, 390],
    [sampleGraph, 390],
    [largeGraph, 390],
    [largeGraph, 1100],
  ])("has every node in its box", (graph, width) => {
    const points = fit(arrange(netOf(graph)), width, 320, 28);
    expect(points).toHaveLength(graph.nodes.length);
    for (const { x, y } of points) {
      expect(x).toBeGreaterThanOrEqual(28);
      expect(x).toBeLessThanOrEqual(width - 28);
      expect(y).toBeGreaterThanOrEqual(28);
      expect(y).toBeLessThanOrEqual(292);
    }
  });

  it("puts no two nodes in one place", () => {
    const points = fit(arrange(large), 1100, 560, 40);
    expect(new Set(points.map(({ x, y }) => `${x} ${y}`)).size).toBe(points.length);
  });

  it.each([
    [sampleGraph, 358],
    [largeGraph, 358],
    [largeGraph, 760],
  ])("lays no name over another", (graph, width) => {
    const one = netOf(graph);
    const names = one.nodes.map(({ label }) => label["zh-CN"]);
    const order = one.nodes.map((_node, n) => n);
    const labels = placeLabels(fit(arrange(one), width, 420, 28), names, order, width, 420);
    expect(labels.length).toBeGreaterThan(0);
    const boxes = labels.map(({ text, x, y, anchor }) => {
      const wide = widthOf(text, labelSize);
      const left = anchor === "start" ? x : anchor === "end" ? x - wide : x - wide / 2;
      return { left, right: left + wide, top: y - 12, bottom: y + 3 };
    });
    for (const [n, a] of boxes.entries()) {
      expect(a.left).toBeGreaterThanOrEqual(0);
      expect(a.right).toBeLessThanOrEqual(width);
      for (const b of boxes.slice(n + 1))
        expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
    }
  });

  it("names where one stands in any case", () => {
    const crowd = Array.from({ length: 400 }, (_, n) => ({ x: 100 + (n % 20) * 10, y: 100 + Math.floor(n / 20) * 10 }));
    const names = crowd.map(() => "一个名字");
    expect(placeLabels(crowd, names, [210], 400, 400).map(({ node }) => node)).toEqual([210]);
    expect(placeLabels(crowd, names, [0, 210], 400, 400).map(({ node }) => node)).toEqual([0]);
  });

  it("names first what comes first", () => {
    const points = [
      { x: 100, y: 50 },
      { x: 104, y: 50 },
    ];
    const [only] = placeLabels(points, ["一个很长的名字", "另一个很长的名字"], [1, 0], 400, 60);
    expect(only?.node).toBe(1);
  });
});

describe("the address", () => {
  it.each([
    { chain: "titanium" },
    { chain: "titanium", node: "organisation:西部钛材研究院 / 一室" },
    { chain: "a b", node: "projects:prj_1" },
  ])("names a place, and the place is found again (%o)", (place) => {
    expect(placeIn(hashOf(place))).toEqual(place);
  });

  it("names the chain alone where one stands at the chain", () => {
    expect(hashOf({ chain: "titanium", node: "chain:titanium" })).toBe("#graph/titanium");
  });

  it.each(["", "#", "#graph", "#graph/", "#twin-chains", "#graph/a/b/c"])("is none of a graph: %j", (hash) => {
    expect(placeIn(hash)).toBeUndefined();
  });

  it("bears what is no text", () => {
    expect(placeIn("#graph/%E0%A4%A")).toEqual({ chain: "%E0%A4%A" });
  });
});
