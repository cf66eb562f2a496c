import type * as z from "zod";
import { demandTexts } from "../demand/reactions.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Page } from "../platform/entity.ts";
import { Listing } from "../platform/listing.ts";
import { Paging, Reference } from "../platform/schema.ts";
import { talentsInPool } from "../talent/reactions.ts";
import type { Brokered, Manager } from "./deal-schema.ts";
import { allConversions, Conversions, Credits, creditsOf } from "./entity.ts";

/** What somebody of the talent pool brought about, the newest first: for the person themselves, who asks by another door, and for staff. */
export async function brokeredBy(ctx: Ctx, talentId: string, paging: z.output<typeof Paging>): Promise<Page<Brokered>> {
  const page = await Credits.list(ctx, { index: "byOwner", pk: creditsOf(talentId), newestFirst: true, ...paging });
  const items = await Promise.all(
    page.items.map(async ({ demandId, offerId, chain, way, on, role }): Promise<Brokered> => {
      const demand = await demandTexts(ctx, demandId);
      return { demandId, offerId, chain, way, on, role, demandTitle: demand?.title ?? { "zh-CN": "" } };
    }),
  );
  return { ...page, items };
}

/** 转化业绩: the conversions of one of the talent pool, as titles 职称 are judged by. */
export const listBrokered = command({
  input: Paging.extend({ talentId: Reference }),
  access: ["broker", "reviewer", "organiser", "auditor"],
  run: (ctx, { talentId, ...paging }): Promise<Page<Brokered>> => brokeredBy(ctx, talentId, paging),
});

/** People of the pool whom an agreement may name as its brokers. */
export const findManagers = command({
  input: Listing.pick({ q: true, cursor: true }).extend({ limit: z.coerce.number().int().min(1).max(50).default(10) }),
  access: ["broker", "organiser"],
  scope: "itself",
  run: (ctx, asked): Promise<Page<Manager>> => talentsInPool(ctx, asked),
});

/** How many pairs agreed, by chain. Without amounts: of few pairs they would tell that of one. */
export async function countConversions(ctx: Ctx): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const page = await Conversions.list(ctx, { index: "byState", pk: allConversions, limit: 1000, cursor });
    for (const { chain } of page.items) counts.set(chain, (counts.get(chain) ?? 0) + 1);
    cursor = page.cursor;
  }
  return counts;
}
