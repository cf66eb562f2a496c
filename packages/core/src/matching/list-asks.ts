import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Page, Stored } from "../platform/entity.ts";
import { every, holding, Listing, listing, Narrow, within } from "../platform/listing.ts";
import { Reference } from "../platform/schema.ts";
import { type AskRecord, Asks, asksIn, asksOf } from "./entity.ts";
import { partOf } from "./judge.ts";
import { type Ask, AskStatus, askSides } from "./schema.ts";

const readers = ["broker", "organiser", "auditor"] as const;

export const toAsk = (record: AskRecord & Stored): Ask => {
  const { id, version, demandId, offerId, kind, chain, side, status, since, askedAt, demandTitle, offerTitle, note, related } =
    record;
  return {
    id,
    version,
    demandId,
    offerId,
    kind,
    chain,
    side,
    status,
    since,
    askedAt,
    demandTitle,
    offerTitle,
    related,
    ...(note ? { note } : {}),
  };
};

/** Whom an answer is waited for from, the longest first; or who answered what, the newest first. */
export const listAsks = command({
  input: Listing.extend({ status: AskStatus.default("open"), chain: Narrow(Reference), side: Narrow(z.enum(askSides)) }),
  access: readers,
  scope: "itself",
  async run(ctx, { status, chain, side, q, order, ...paging }): Promise<Page<Ask>> {
    const keep = every<AskRecord>(
      within(ctx.actor, readers, (a) => ({ chains: [a.chain] })),
      await holding(ctx, q, (a) => [a.demandTitle["zh-CN"], a.demandTitle.en, a.offerTitle["zh-CN"], a.offerTitle.en]),
      chain && ((a) => a.chain === chain),
      side && ((a) => a.side === side),
    );
    const newestFirst = order ? order === "newest" : status !== "open";
    const page = await listing(ctx, Asks, { index: "byState", pk: asksIn(status), newestFirst }, paging, keep);
    return { ...page, items: page.items.map(toAsk) };
  },
});

/** What both sides of each pair of a need were asked and said. */
export const listAsksOf = command({
  input: z.object({ demandId: Reference }),
  access: readers,
  scope: partOf,
  async run(ctx, { demandId }): Promise<Page<Ask>> {
    const page = await Asks.list(ctx, { index: "byChain", pk: asksOf(demandId), limit: 500 });
    return { items: page.items.map(toAsk) };
  },
});
