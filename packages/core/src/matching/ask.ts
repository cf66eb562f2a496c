import { createHash } from "node:crypto";
import * as z from "zod";
import { demandTexts } from "../demand/reactions.ts";
import { whoActs } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { save } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { Reference } from "../platform/schema.ts";
import { dayOf } from "../platform/time.ts";
import { partyOf } from "./contact-of.ts";
import { type AskRecord, Asks, Steps } from "./entity.ts";
import { partOf } from "./judge.ts";
import { offerNow } from "./offer-now.ts";
import { type AskSide, askedAlready, askSides, matchMissing, needHasNobody, offerHasNobody } from "./schema.ts";
import { kindOfOffer } from "./supplied.ts";

/** One record for each side of a pair. */
export const askId = (demandId: string, offerId: string, side: AskSide): string =>
  `ask_${createHash("sha256").update(`${demandId}|${offerId}|${side}`).digest("base64url").slice(0, 26)}`;

/**
 * Asks both sides of a pair by mail whether they want to meet; who said “not now” is asked again. Recorded as proposed.
 * @throws DomainError `matching.not-found`, `matching.no-contact-…`, `matching.asked` where nobody is left to be asked
 */
export const askBoth = command({
  input: z.object({ demandId: Reference, offerId: Reference }),
  access: ["broker", "organiser"],
  scope: partOf,
  async run(ctx, { demandId, offerId }): Promise<{ asked: readonly AskSide[] }> {
    const [demand, offer] = await Promise.all([demandTexts(ctx, demandId), offerNow(ctx, offerId)]);
    if (!demand || !offer) throw new DomainError(matchMissing);
    const sides = await Promise.all(askSides.map((side) => sideOf(ctx, demandId, offerId, side)));
    const open = sides.filter(({ before }) => !before || before.status === "not-now");
    if (!open.length) throw new DomainError(askedAlready);
    const none = open.find(({ party }) => !party);
    if (none) throw new DomainError(none.side === "need" ? needHasNobody : offerHasNobody);
    const [need, other] = [sides[0]?.party, sides[1]?.party];
    const now = ctx.now().toISOString();
    const kind = kindOfOffer(offerId);
    const writes = open.flatMap(({ side, before, party }) => {
      if (!party) return [];
      const record: AskRecord = {
        ...{ id: askId(demandId, offerId, side), demandId, offerId, kind, chain: demand.chain, side },
        ...{ status: "open", since: now, askedAt: now, related: false, round: (before?.round ?? 0) + 1, locale: party.locale },
        demandTitle: need?.title ?? demand.title,
        offerTitle: kind === "talent" ? { "zh-CN": "" } : (other?.title ?? { "zh-CN": "" }),
        person: ctx.keys.digest("person", party.email),
        contact: { name: party.name, email: party.email },
      };
      return [before ? Asks.change(ctx, before, { ...record, note: undefined }) : Asks.create(ctx, record)];
    });
    const step = Steps.create(
      ctx,
      { demandId, offerId, step: "proposed", on: dayOf(ctx.now()), related: false, at: now, by: whoActs(ctx) },
      { condition: "attribute_exists(pk) OR attribute_not_exists(pk)" },
    );
    await save(ctx, ...writes, step);
    return { asked: open.map(({ side }) => side) };
  },
});

async function sideOf(ctx: Ctx, demandId: string, offerId: string, side: AskSide) {
  const [before, party] = await Promise.all([
    Asks.find(ctx, { id: askId(demandId, offerId, side) }),
    partyOf(ctx, { demandId, offerId }, side),
  ]);
  return { side, before, party };
}
