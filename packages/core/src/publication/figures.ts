import type { Chain } from "../taxonomy/schema.ts";
import type { ChainFigures, Counts, Entry, Figures, Graph, Kind } from "./schema.ts";
import type { Tally } from "./shelf.ts";

export function figuresOf(tallies: Readonly<Record<Kind, Tally>>, chains: readonly ChainFigures[], counts: Counts): Figures {
  return { counts, chains, months: [], trl: [], demandStates: tallies.demands.byFacet.state ?? {} };
}
export function graphOf(chain: Chain, _entries: readonly Entry[]): Graph {
  return { nodes: [{ id: `chain:${chain.id}`, kind: "chain", label: chain.name }], edges: [] };
}
