import type { Library, Ranked, Sought } from "../search/index.ts";
import { rank } from "../search/index.ts";
import { adequateFrom, likelihood } from "./adequacy.ts";

/** Chains and patent classes (IPC) that a need or an offer belongs to. */
export interface Placed {
  readonly chain?: string | undefined;
  /** Where it belongs to several. */
  readonly chains?: readonly string[] | undefined;
  readonly ipc?: readonly string[] | undefined;
}

/** An offer for a need. */
export interface Hit extends Ranked {
  /** It is adequate by itself: had it been the best, there would have been adequate supply. */
  readonly fits: boolean;
}

export interface Shortlist {
  readonly hits: readonly Hit[];
  /** How likely it is that one of all offers answers the need, 0 to 1. */
  readonly likelihood: number;
  /** No adequate supply 暂无合适供给; the hits are there all the same. */
  readonly inadequate: boolean;
}

/** What the same chain, and a class of the chain, lift a score by. Never more: who is in another chain may have the answer. */
const chainLift = 0.1;
const classLift = 0.05;
/** Offers that a lift could bring up are looked at as well. */
const deep = 4;

const shares = (one: readonly string[] = [], other: readonly string[] = []) =>
  one.some((a) => other.some((b) => a.startsWith(b) || b.startsWith(a)));

const isIn = (own: Placed | undefined, chain: string | undefined) =>
  chain !== undefined && (own?.chain === chain || own?.chains?.includes(chain));

/** The offers for a need, best first, and whether that is enough. */
export function shortlist(
  library: Library,
  need: Sought & Placed,
  placed: (id: string) => Placed | undefined,
  limit: number,
): Shortlist {
  const ranked = rank(library, need, limit * deep);
  const lifted = ranked.map(({ id, score }) => {
    const own = placed(id);
    const chain = isIn(own, need.chain) ? chainLift : 0;
    return {
      id,
      fits: likelihood(score) >= adequateFrom,
      score: score * (1 + chain + (shares(need.ipc, own?.ipc) ? classLift : 0)),
    };
  });
  // Equal ones stay as they were ranked.
  const hits = lifted.sort((a, b) => b.score - a.score).slice(0, limit);
  const likely = likelihood(ranked[0]?.score ?? 0);
  return { hits, likelihood: likely, inadequate: likely < adequateFrom };
}
