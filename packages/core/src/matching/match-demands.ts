import { isDeepStrictEqual } from "node:util";
import { demandTexts, lookingDemands, type MatchedDemand } from "../demand/reactions.ts";
import { legalOn } from "../ip-record/reactions.ts";
import type { Ctx } from "../platform/context.ts";
import { dayOf } from "../platform/time.ts";
import { emptyLibrary, type Library, rarities, updated } from "../search/index.ts";
import { publicTalents } from "../talent/reactions.ts";
import { chainById } from "../taxonomy/index.ts";
import { MatchList, type MatchListRecord } from "./entity.ts";
import { entryOf, type Offer } from "./offer.ts";
import { needOf, reasonsFor } from "./reasons.ts";
import type { Match, OfferKind } from "./schema.ts";
import { type Hit, shortlist } from "./shortlist.ts";
import { firstFound, noteStanding, noteSupply } from "./standing.ts";
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
function chosen(hits: readonly Hit[]): Hit[] {
  const seen = new Map<OfferKind, number>();
  return hits.filter(({ id }, place) => {
    const before = seen.get(kindOfOffer(id)) ?? 0;
    seen.set(kindOfOffer(id), before + 1);
    return place < longestList || before < bestOfKind;
  });
}

type Made = Pick<MatchListRecord, "likelihood" | "inadequate" | "items">;

function matchesOf(demand: MatchedDemand, library: Library, day: string): { made: Made; fits: readonly string[] } {
  const need = { ...needOf(demand), chain: demand.chain, ipc: chainById[demand.chain]?.ipcPrefixes };
  const rarity = rarities(library);
  const { hits, likelihood, inadequate } = shortlist(library, need, (id) => aboutIn(library, id), deepest);
  const best = chosen(hits);
  const items = best.flatMap(({ id: offerId, score: exact }): Match[] => {
    const found = offerIn(library, offerId);
    if (!found) return [];
    const { kind, title, organisation } = found.about;
    const score = Math.round(exact * 1000) / 1000;
    const known = { offerId, kind, title, organisation, score };
    // What is said of a person is not kept here: it is looked up when the list is read.
    if (kind === "talent") return [{ ...known, phrases: [], indicators: [], conditions: [] }];
    return [{ ...known, ...reasonsFor(need, { ...found.offer, ...offeredOn(found.about, day, legalOn) }, rarity) }];
  });
  // Of an expert nobody is told by machine: what is said of people is theirs.
  const fits = best.filter((hit) => hit.fits && kindOfOffer(hit.id) !== "talent").map(({ id }) => id);
  return { made: { likelihood: Math.round(likelihood * 100) / 100, inadequate, items }, fits };
}

/**
 * Keeps a shortlist together with the pairs that were never found before, so that none of them is lost; one that says the same is left alone, so that
 * the trail tells of changes only.
 */
async function keep(ctx: Ctx, { id: demandId, chain }: MatchedDemand, made: Made, fits: readonly string[] = []): Promise<void> {
  const [before, found] = await Promise.all([MatchList.find(ctx, { demandId }), firstFound(ctx, demandId, fits)]);
  const { likelihood, inadequate, items } = before ?? {};
  const same = isDeepStrictEqual({ likelihood, inadequate, items }, made);
  const record = { demandId, chain, madeAt: ctx.now().toISOString(), ...made };
  const list = before ? MatchList.change(ctx, before, record) : MatchList.create(ctx, record);
  const writes = [...(same ? [] : [list]), ...found];
  if (writes.length) await ctx.table.write(writes, ctx.newId("tok").slice(4));
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
  const fitting = new Set<string>();
  const one = async (demand: MatchedDemand) => {
    done.add(demand.id);
    supply ??= await supplyOf(ctx);
    const { made, fits } = matchesOf(demand, supply, day);
    await keep(ctx, demand, made, fits);
    await noteSupply(ctx, demand, made.inadequate);
    for (const id of fits) fitting.add(id);
  };
  if (all) for await (const demand of lookingDemands(ctx)) await one(demand);
  for (const id of new Set(demandIds)) {
    const demand = done.has(id) ? undefined : await demandTexts(ctx, id);
    if (demand?.looking) await one(demand);
    else if (demand && !demand.listed && (await MatchList.find(ctx, { demandId: id }))) await keep(ctx, demand, nothing);
  }
  // Only when every need was looked at is it known what fits none.
  await noteStanding(ctx, { fitting, offers: anew ? "all" : all ? [...fitting, ...(offerIds ?? [])] : [...fitting] });
}
