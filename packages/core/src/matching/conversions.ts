import * as z from "zod";
import { demandTexts } from "../demand/reactions.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Page } from "../platform/entity.ts";
import { Listing, within } from "../platform/listing.ts";
import { Paging, Reference } from "../platform/schema.ts";
import { seeTalent } from "../talent/index.ts";
import { talentsInPool } from "../talent/reactions.ts";
import type { Brokered, Manager } from "./deal-schema.ts";
import { allConversions, allMeetings, Conversions, Credits, creditsOf, Steps } from "./entity.ts";

/** What somebody of the talent pool brought about, the newest first. */
async function brokeredBy(ctx: Ctx, talentId: string, paging: z.output<typeof Paging>): Promise<Page<Brokered>> {
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

/** The same for the person themselves, behind the link of their place in the pool. Only reads. */
export const readOwnRecord = command({
  input: Paging.extend({ token: z.string().max(200) }),
  access: "public",
  async run(ctx, { token, ...paging }): Promise<Page<Brokered> & { readonly name: string }> {
    const { id, name } = await seeTalent(ctx, { token });
    return { name, ...(await brokeredBy(ctx, id, paging)) };
  },
});

/** People of the pool whom an agreement may name as its brokers. */
export const findManagers = command({
  input: Listing.pick({ q: true, cursor: true }).extend({ limit: z.coerce.number().int().min(1).max(50).default(10) }),
  access: ["broker", "organiser"],
  scope: "itself",
  run: (ctx, asked): Promise<Page<Manager>> =>
    talentsInPool(
      ctx,
      asked,
      within(ctx.actor, ["broker", "organiser"], ({ chains }) => ({ chains })),
    ),
});

/** How many pairs were brought together, and how many agreed. */
export interface MatchCounts {
  readonly matches: number;
  readonly conversions: number;
}

/** By chain. Without amounts: of few pairs they would tell that of one. */
export async function countMatches(ctx: Ctx): Promise<ReadonlyMap<string, MatchCounts>> {
  const counts = new Map<string, MatchCounts>();
  const count = (chain: string, what: keyof MatchCounts) => {
    const before = counts.get(chain) ?? { matches: 0, conversions: 0 };
    counts.set(chain, { ...before, [what]: before[what] + 1 });
  };
  for await (const { chain } of all((cursor) =>
    Conversions.list(ctx, { index: "byState", pk: allConversions, limit: 1000, cursor }),
  ))
    count(chain, "conversions");
  const seen = new Set<string>();
  for await (const { chain, demandId, offerId } of all((cursor) =>
    Steps.list(ctx, { index: "byState", pk: allMeetings, limit: 1000, cursor }),
  )) {
    const pair = `${demandId} ${offerId}`;
    if (chain && !seen.has(pair)) count(chain, "matches");
    seen.add(pair);
  }
  return counts;
}

async function* all<T>(read: (cursor?: string) => Promise<Page<T>>): AsyncGenerator<T> {
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const page = await read(cursor);
    yield* page.items;
    cursor = page.cursor;
  }
}
