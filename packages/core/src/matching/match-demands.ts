import { isDeepStrictEqual } from "node:util";
import { demandTexts, lookingDemands, type MatchedDemand } from "../demand/reactions.ts";
import { legalOn } from "../ip-record/reactions.ts";
import type { Ctx } from "../platform/context.ts";
import { dayOf } from "../platform/time.ts";
import { emptyLibrary, type Library, type Ranked, rarities, updated } from "../search/index.ts";
import { publicTalents } from "../talent/reactions.ts";
import { chainById } from "../taxonomy/index.ts";
import { MatchList, type MatchListRecord } from "./entity.ts";
import { entryOf, type Offer } from "./offer.ts";
import { needOf, reasonsFor } from "./reasons.ts";
import type { Match, OfferKind } from "./schema.ts";
import { shortlist } from "./shortlist.ts";
import { aboutIn, kindOfOffer, offeredOn, offerIn, talentOffer } from "./supplied.ts";
import { readSupply, rebuildSupply, updateSupply } from "./supply-index.ts";

const longestList = 10;

/** Offers that stand on a list because they are the best of their kind, where others are better. */
const bestOfKind = 3;
/** How far down they are looked for. */
const deepest = 60;

/** All that is on offer: projects and patents from their index, experts as they are now. */
async function supplyOf(ctx: Ctx): Promise<Library> {
  if (!(await readSupply(ctx))) await rebuildSupply(ctx);
  const indexed = (await readSupply(ctx)) ?? emptyLibrary;
  const talents: Offer[] = [];
  for await (const talent of publicTalents(ctx)) talents.push(talentOffer(talent));
  return talents.length ? updated(indexed, talents.map(entryOf), []) : indexed;
}

/** The best, and the best of each kind. */
function chosen(hits: readonly Ranked[]): Ranked[] {
  const seen = new Map<OfferKind, number>();
  return hits.filter(({ id }, place) => {
    const before = seen.get(kindOfOffer(id)) ?? 0;
    seen.set(kindOfOffer(id), before + 1);
    return place < longestList || before < bestOfKind;
  });
}

function matchesOf(
  demand: MatchedDemand,
  library: Library,
  day: string,
): Pick<MatchListRecord, "likelihood" | "inadequate" | "items"> {
  const need = { ...needOf(demand), chain: demand.chain, ipc: chainById[demand.chain]?.ipcPrefixes };
  const rarity = rarities(library);
  const { hits, likelihood, inadequate } = shortlist(library, need, (id) => aboutIn(library, id), deepest);
  const items = chosen(hits).flatMap(({ id: offerId, score: exact }): Match[] => {
    const found = offerIn(library, offerId);
    if (!found) return [];
    const { kind, title, organisation } = found.about;
    const score = Math.round(exact * 1000) / 1000;
    const known = { offerId, kind, title, organisation, score };
    // What is said of a person is not kept here: it is looked up when the list is read.
    if (kind === "talent") return [{ ...known, phrases: [], indicators: [], conditions: [] }];
    return [{ ...known, ...reasonsFor(need, { ...found.offer, ...offeredOn(found.about, day, legalOn) }, rarity) }];
  });
  return { likelihood: Math.round(likelihood * 100) / 100, inadequate, items };
}

/** Keeps a shortlist; one that says the same is left alone, so that the trail tells of changes only. */
async function keep(ctx: Ctx, { id: demandId, chain }: MatchedDemand, made: ReturnType<typeof matchesOf>): Promise<void> {
  const before = await MatchList.find(ctx, { demandId });
  const { likelihood, inadequate, items } = before ?? {};
  if (isDeepStrictEqual({ likelihood, inadequate, items }, made)) return;
  const record = { demandId, chain, madeAt: ctx.now().toISOString(), ...made };
  const write = before ? MatchList.change(ctx, before, record) : MatchList.create(ctx, record);
  await ctx.table.write([write], "");
}

/** What is left of a shortlist whose need was taken back: it may have quoted what was hidden. */
const nothing = { likelihood: 0, inadequate: false, items: [] };

interface Matching {
  readonly demandIds: readonly string[];
  /** Projects and patents that changed. */
  readonly offerIds?: readonly string[];
  readonly all: boolean;
  /** Makes the index of offers from the records, whatever it was. */
  readonly anew?: boolean;
}

/**
 * Takes offers that changed into their index, and makes the shortlists of these needs anew, or with `all` of every need that looks for somebody. That of a need that is not public any more is
 * emptied; that of a closed one stays as it was. Doing it twice is harmless. @throws ConditionFailed when another did it at the same moment
 */
export async function matchDemands(ctx: Ctx, { demandIds, offerIds, all, anew }: Matching): Promise<void> {
  if (anew) await rebuildSupply(ctx);
  else if (offerIds?.length) await updateSupply(ctx, offerIds);
  const day = dayOf(ctx.now());
  let supply: Library | undefined;
  const done = new Set<string>();
  const one = async (demand: MatchedDemand) => {
    done.add(demand.id);
    supply ??= await supplyOf(ctx);
    await keep(ctx, demand, matchesOf(demand, supply, day));
  };
  if (all) for await (const demand of lookingDemands(ctx)) await one(demand);
  for (const id of new Set(demandIds)) {
    const demand = done.has(id) ? undefined : await demandTexts(ctx, id);
    if (demand?.looking) await one(demand);
    else if (demand && !demand.listed && (await MatchList.find(ctx, { demandId: id }))) await keep(ctx, demand, nothing);
  }
}
