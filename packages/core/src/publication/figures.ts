import { demandStates } from "../demand/schema.ts";
import { type Localised, tidy } from "../platform/text.ts";
import type { Chain } from "../taxonomy/schema.ts";
import {
  type Brokered,
  type ChainFigures,
  type Counts,
  type Entry,
  type Figures,
  type Graph,
  type GraphNode,
  type Kind,
  kinds,
  pathOf,
  paths,
} from "./schema.ts";
import type { Tally } from "./shelf.ts";

const longest = 24;
const levels = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** The month after `2026-12`: `2027-01`. */
const following = (month: string): string => {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
};

/** Every month from the first with anything to the last, those with nothing too; of more than 24 the latest. */
function monthsOf(tallies: Readonly<Record<Kind, Tally>>): Figures["months"] {
  const filled = kinds.flatMap((kind) => Object.entries(tallies[kind].byMonth).flatMap(([month, n]) => (n > 0 ? [month] : [])));
  const [first, last] = [filled.sort()[0], filled.at(-1)];
  if (!first || !last) return [];
  const months: string[] = [];
  for (let month = first; month <= last; month = following(month)) months.push(month);
  const at = (kind: Kind, month: string) => tallies[kind].byMonth[month] ?? 0;
  return months.slice(-longest).map((month) => ({
    month,
    activities: at("activities", month),
    projects: at("projects", month),
    demands: at("demands", month),
    cases: at("cases", month),
    talents: at("talents", month),
  }));
}

/**
 * The figures page's numbers from what publishing counts. `chains` and `counts` hold the activities ahead; the tally of activities holds those
 * that are over as well. The same tallies give the same figures, whenever they are asked for.
 */
export function figuresOf(
  tallies: Readonly<Record<Kind, Tally>>,
  chains: readonly ChainFigures[],
  counts: Counts,
  matched: ReadonlyMap<string, Brokered> = new Map(),
): Figures {
  const { trl } = tallies.projects.byFacet;
  const { state } = tallies.demands.byFacet;
  return {
    counts,
    chains: chains.map((one) => ({ ...one, ...(matched.get(one.chain.id) ?? { matches: 0, conversions: 0 }) })),
    months: monthsOf(tallies),
    trl: levels.map((level) => trl?.[level] ?? 0),
    demandStates: Object.fromEntries(demandStates.map((name) => [name, state?.[name] ?? 0])),
  };
}

const organisationOf = (entry: Entry): string => {
  if (entry.kind === "projects") return entry.thing.supplier;
  return entry.kind === "demands" || entry.kind === "talents" ? entry.thing.organisation : "";
};

/** The name of a thing; records of the table keep no order, so that its languages are put in one. */
function labelOf(entry: Entry): Localised {
  if (entry.kind === "talents") return { "zh-CN": entry.thing.name };
  const { title } = entry.thing;
  return { "zh-CN": title["zh-CN"], ...(title.en ? { en: title.en } : {}) };
}

/** What a case names, as ids of nodes. */
const linksOf = (entry: Entry): string[] =>
  entry.kind === "cases"
    ? kinds.flatMap((kind) => (kind === "cases" ? [] : (entry.thing.links?.[kind] ?? []).map((id) => `${kind}:${id}`)))
    : [];

/**
 * The graph of one chain: the chain, the organisations in it, what each of these offers, needs or whom it employs, and what the chain has of
 * itself (activities, cases). A case also meets what it names, as far as that is among the entries. The chain reaches every node, and stands first;
 * nodes and edges keep the order of the entries, so that the same entries give the same graph.
 */
export function graphOf(chain: Chain, entries: readonly Entry[]): Graph {
  const nodes: GraphNode[] = [{ id: `chain:${chain.id}`, kind: "chain", label: chain.name, path: paths.chain(chain.id) }];
  const edges: (readonly [number, number])[] = [];
  const places = new Map<string, number>();
  const place = (node: GraphNode, from: number): number => {
    const known = places.get(node.id);
    if (known !== undefined) return known;
    edges.push([from, nodes.length]);
    places.set(node.id, nodes.length);
    return nodes.push(node) - 1;
  };

  for (const entry of entries) {
    const name = tidy(organisationOf(entry));
    const owner = name && place({ id: `organisation:${name}`, kind: "organisation", label: { "zh-CN": name } }, 0);
    const id = `${entry.kind}:${entry.thing.id}`;
    const over = entry.kind === "activities" && entry.thing.availability === "past";
    place({ id, kind: entry.kind, label: labelOf(entry), path: pathOf(entry), ...(over ? { over } : {}) }, owner || 0);
  }
  for (const entry of entries) {
    const from = places.get(`${entry.kind}:${entry.thing.id}`);
    for (const name of linksOf(entry)) {
      const to = places.get(name);
      if (from !== undefined && to !== undefined) edges.push([from, to]);
    }
  }
  return { nodes, edges };
}
