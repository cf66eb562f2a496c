/** Where in which graph one stands, as the part of the address behind `#`: `graph/titanium/projects:prj_…`. */
export interface Place {
  readonly chain: string;
  /** The node's id; absent for the chain itself. */
  readonly node?: string | undefined;
}

export const hashOf = ({ chain, node }: Place): string =>
  `#graph/${encodeURIComponent(chain)}${node && !node.startsWith("chain:") ? `/${encodeURIComponent(node)}` : ""}`;

/** Undefined where the address names no graph. */
export function placeIn(hash: string): Place | undefined {
  const [, chain, node] = /^#graph\/([^/]+)(?:\/([^/]+))?$/.exec(hash) ?? [];
  if (!chain) return undefined;
  try {
    return { chain: decodeURIComponent(chain), ...(node ? { node: decodeURIComponent(node) } : {}) };
  } catch {
    return { chain };
  }
}
