import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Page, Stored } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { every, holding, Listing, listing, Narrow, within } from "../platform/listing.ts";
import { countAll } from "../platform/review.ts";
import { Paging, Reference } from "../platform/schema.ts";
import type { Query } from "../platform/table.ts";
import { batchFilters } from "./batch-schema.ts";
import { toDetail } from "./content.ts";
import { Demand, type DemandRecord, inReview, inState, ofChain } from "./entity.ts";
import { toPublic } from "./public-view.ts";
import {
  type DemandDetail,
  type DemandRow,
  DemandState,
  DemandStatus,
  demandMissing,
  demandStates,
  demandStatuses,
  type PublicDemand,
} from "./schema.ts";
import { partOf } from "./scope.ts";

const readers = ["reviewer", "organiser", "broker", "auditor"] as const;

/** One listed need as the public may know it. */
export const readDemand = command({
  input: z.object({ demandId: z.string().max(40) }),
  access: "public",
  async run(ctx, { demandId }): Promise<PublicDemand> {
    const demand = await Demand.find(ctx, { id: demandId });
    if (demand?.status !== "listed") throw new DomainError(demandMissing);
    return toPublic(demand);
  },
});

/** Listed needs, of one chain or of all, the newest first. */
export const listPublicDemands = command({
  input: Paging.extend({ chain: z.string().max(60).optional() }),
  access: "public",
  async run(ctx, { chain, limit, cursor }): Promise<Page<PublicDemand>> {
    const page = await Demand.list(ctx, {
      ...(chain ? { index: "byChain" as const, pk: ofChain(chain) } : { index: "byState" as const, pk: inReview("listed") }),
      limit,
      cursor,
      newestFirst: true,
    });
    return { ...page, items: page.items.map(toPublic) };
  },
});

const waiting = { index: "byState", pk: inReview("submitted") } satisfies Partial<Query>;

/**
 * Needs for those who work with them, by the state of the review or, of listed ones, by where they stand: what waits longest stands first,
 * what is settled newest first, unless asked otherwise.
 */
export const listDemands = command({
  input: Listing.extend({
    status: z.enum([...demandStatuses, ...demandStates]).default("submitted"),
    chain: Narrow(Reference),
    batch: Narrow(z.union([batchFilters.batch, z.literal("none")])),
    owner: Narrow(batchFilters.owner),
  }),
  access: readers,
  scope: "itself",
  async run(ctx, { status, chain, batch, owner, q, order, ...paging }): Promise<Page<DemandRow>> {
    const state = DemandState.safeParse(status);
    const query = {
      ...(state.success
        ? { index: "byOwner" as const, pk: inState(state.data) }
        : { index: "byState" as const, pk: inReview(DemandStatus.parse(status)) }),
      newestFirst: order ? order === "newest" : status !== "submitted",
    };
    const keep = every<DemandRecord>(
      within(ctx.actor, readers, ({ chain }) => ({ chains: [chain] })),
      await holding(ctx, q, (d) => [d.title["zh-CN"], d.title.en, d.organisation, d.id]),
      chain && ((d) => d.chain === chain),
      batch && ((d) => (d.batch ?? "none") === batch),
      await holding(ctx, owner, (d) => [d.organisation]),
    );
    const page = await listing(ctx, Demand, query, paging, keep);
    return { ...page, items: page.items.map(toRow) };
  },
});

const toRow = (demand: DemandRecord & Stored): DemandRow => {
  const { id, version, status, since, submittedAt, state, stateSince, title, organisation, chain, deadline } = demand;
  const { kind, unserved, batch, proposal, movedFor, reviewOn, stale, notes } = toDetail(demand);
  const where = { status, since, submittedAt, state, stateSince, unserved, batch, proposal, movedFor, reviewOn, stale };
  return { id, version, ...where, title, organisation, chain, deadline, kind, notes };
};

/** One need with everything, the contact data too. */
export const getDemand = command({
  input: z.object({ demandId: z.string().max(40) }),
  access: readers,
  scope: partOf,
  run: async (ctx, { demandId }): Promise<DemandDetail> => toDetail(await Demand.get(ctx, { id: demandId }, demandMissing)),
});

/** How many wait for review; counts to 500 and then says `more`. */
export const countWaitingDemands = command({
  input: z.object({}),
  access: readers,
  run: (ctx) => countAll(ctx, Demand, waiting),
});
