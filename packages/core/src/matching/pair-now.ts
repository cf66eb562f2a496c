import { demandTexts, type MatchedDemand } from "../demand/reactions.ts";
import type { Ctx } from "../platform/context.ts";
import { DomainError } from "../platform/error.ts";
import { partyOf } from "./contact-of.ts";
import { offerNow, type Supplied } from "./offer-now.ts";
import { askSides, matchMissing } from "./schema.ts";

interface Pair {
  readonly demandId: string;
  readonly offerId: string;
}

/** Both sides of a pair as they are now. @throws DomainError `matching.not-found` */
export async function pairNow(
  ctx: Ctx,
  { demandId, offerId }: Pair,
): Promise<{ readonly demand: MatchedDemand; readonly supplied: Supplied }> {
  const [demand, supplied] = await Promise.all([demandTexts(ctx, demandId), offerNow(ctx, offerId)]);
  if (!demand || !supplied) throw new DomainError(matchMissing);
  return { demand, supplied };
}

/** Keyed digests of the addresses of both sides' contacts, as far as they are on record. */
export async function partiesOf(ctx: Ctx, pair: Pair): Promise<{ need?: string; offer?: string }> {
  const sides = await Promise.all(
    askSides.map(async (side) => {
      const party = await partyOf(ctx, pair, side);
      return party ? { [side]: ctx.keys.digest("person", party.email) } : {};
    }),
  );
  return Object.assign({}, ...sides);
}
