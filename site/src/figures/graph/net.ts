import type { Graph, GraphNode } from "@lingxi/core/publication/schema";

/** A graph made ready to be walked. Nodes are named by their position; 0 is the chain. */
export interface Net {
  readonly nodes: readonly GraphNode[];
  readonly edges: Graph["edges"];
  /** Whom each node is connected with: by kind, then in the order of the graph. */
  readonly next: readonly (readonly number[])[];
  /** The node before each on the shortest way from the chain; -1 for the chain itself, and for what it does not reach. */
  readonly before: readonly number[];
  /** How many steps from the chain. */
  readonly depth: readonly number[];
}

export const nodeKinds = [
  "chain",
  "organisation",
  "activities",
  "projects",
  "demands",
  "cases",
  "talents",
] as const satisfies GraphNode["kind"][];

const isNode = (value: unknown): value is GraphNode => {
  const node = value as Partial<GraphNode> | null;
  const named = typeof node?.id === "string" && typeof node.label?.["zh-CN"] === "string";
  return (
    named && nodeKinds.some((kind) => kind === node.kind) && (node.path === undefined || /^\/(?!\/)/.test(String(node.path)))
  );
};

/** @throws Error when the text holds no graph, or a broken one */
export function readGraph(text: string): Graph {
  const { nodes, edges } = JSON.parse(text) as Partial<Graph>;
  const isPlace = (value: unknown) =>
    Number.isInteger(value) && (value as number) >= 0 && (value as number) < (nodes?.length ?? 0);
  const whole =
    Array.isArray(nodes) &&
    nodes.length > 0 &&
    nodes.every(isNode) &&
    Array.isArray(edges) &&
    edges.every((edge) => Array.isArray(edge) && edge.length === 2 && edge.every(isPlace));
  if (!whole) throw new Error("This is no graph.");
  return { nodes, edges };
}

export function netOf({ nodes, edges }: Graph): Net {
  const sets = nodes.map(() => new Set<number>());
  for (const [a, b] of edges) {
    if (a === b) continue;
    sets[a]?.add(b);
    sets[b]?.add(a);
  }
  const rank = (n: number) => nodeKinds.indexOf(nodes[n]?.kind ?? "talents");
  const next = sets.map((set) => [...set].sort((a, b) => rank(a) - rank(b) || a - b));
  const before = nodes.map(() => -1);
  const depth = nodes.map((_node, n) => (n === 0 ? 0 : Number.POSITIVE_INFINITY));
  const queue = [0];
  for (const at of queue)
    for (const to of next[at] ?? [])
      if (depth[to] === Number.POSITIVE_INFINITY) {
        depth[to] = (depth[at] ?? 0) + 1;
        before[to] = at;
        queue.push(to);
      }
  return { nodes, edges, next, before, depth };
}
