import { type MatchedDemand, noteUnserved } from "../demand/reactions.ts";
import { notePatentSeeking, offeredPatents } from "../ip-record/reactions.ts";
import type { Ctx } from "../platform/context.ts";
import type { Write } from "../platform/table.ts";
import { listedProjects, noteProjectSeeking } from "../project/reactions.ts";
import { Fits } from "./fit-entity.ts";
import { askSides } from "./schema.ts";
import { kindOfOffer } from "./supplied.ts";

/** The records that tell both sides of pairs that fit and were never found before. */
export async function firstFound(ctx: Ctx, demandId: string, offerIds: readonly string[]): Promise<Write[]> {
  const pairs = offerIds.flatMap((offerId) => askSides.map((side) => ({ demandId, offerId, side })));
  const found = pairs.length
    ? await ctx.table.getMany(
        pairs.map((pair) => Fits.key(pair)),
        true,
      )
    : [];
  const known = new Set(found.map((item) => `${item.pk}|${item.sk}`));
  const foundAt = ctx.now().toISOString();
  return pairs
    .filter((pair) => !known.has(`${Fits.key(pair).pk}|${Fits.key(pair).sk}`))
    .map((pair) => Fits.create(ctx, { ...pair, foundAt, status: "new" }));
}

/** Marks an offer as without a match 挂牌征集, or as with one. Those that are marked so already are left alone. */
const noteSeeking = (ctx: Ctx, offerId: string, seeking: boolean): Promise<void> =>
  (kindOfOffer(offerId) === "patent" ? notePatentSeeking : noteProjectSeeking)(ctx, offerId, seeking);

/** What was found of all needs: which offers fit one of them. */
export interface Found {
  readonly fitting: ReadonlySet<string>;
  /** Offers to be looked at, or all of them. */
  readonly offers: readonly string[] | "all";
}

/** Marks the offers that fit no need: supply without a match is listed by itself, and goes on looking. */
export async function noteStanding(ctx: Ctx, { fitting, offers }: Found): Promise<void> {
  const one = (id: string) => noteSeeking(ctx, id, !fitting.has(id));
  if (offers !== "all") {
    for (const id of new Set(offers)) if (kindOfOffer(id) !== "talent") await one(id);
    return;
  }
  for await (const { id } of listedProjects(ctx)) await one(id);
  for await (const { id } of offeredPatents(ctx)) await one(id);
}

/** Marks a need for which nothing on offer is adequate: its owner and the staff read so, and nobody else. */
export async function noteSupply(ctx: Ctx, demand: MatchedDemand, inadequate: boolean): Promise<void> {
  if (demand.unserved !== inadequate) await noteUnserved(ctx, demand.id, inadequate);
}
