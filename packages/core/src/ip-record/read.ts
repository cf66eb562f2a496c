import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Page } from "../platform/entity.ts";
import { every, holding, Listing, listing, Narrow, within } from "../platform/listing.ts";
import { Reference } from "../platform/schema.ts";
import { dayOf } from "../platform/time.ts";
import { toDetail } from "./content.ts";
import { inState, Patent, type PatentRecord } from "./entity.ts";
import { legalOn } from "./policy.ts";
import { LegalState, type PatentDetail, type PatentRow, PatentStatus, patentMissing } from "./schema.ts";
import { partOf } from "./scope.ts";

const readers = ["organiser", "broker", "reviewer", "auditor"] as const;

/** Patents on offer, or those that were taken off it, the newest first unless asked otherwise. */
export const listPatents = command({
  input: Listing.extend({ status: PatentStatus.default("offered"), chain: Narrow(Reference), legal: Narrow(LegalState) }),
  access: readers,
  scope: "itself",
  async run(ctx, { status, chain, legal, q, order, ...paging }): Promise<Page<PatentRow>> {
    const today = dayOf(ctx.now());
    const keep = every<PatentRecord>(
      within(ctx.actor, readers, (p) => ({ chains: p.chain ? [p.chain] : [] })),
      await holding(ctx, q, (p) => [p.number, p.title, p.holder, ...p.ipc]),
      chain && ((p) => p.chain === chain),
      legal && ((p) => legalOn(p, today) === legal),
    );
    const query = { index: "byState" as const, pk: inState(status), newestFirst: order !== "oldest" };
    const page = await listing(ctx, Patent, query, paging, keep);
    return {
      ...page,
      items: page.items.map((p) => {
        const { id, version, number, kind, status, since, title, holder, chain, seeking } = p;
        return { id, version, number, kind, status, since, title, holder, chain, seeking, legal: legalOn(p, today) };
      }),
    };
  },
});

/** One patent with everything, the contact too. */
export const getPatent = command({
  input: z.object({ patentId: Reference }),
  access: readers,
  scope: partOf,
  run: async (ctx, { patentId }): Promise<PatentDetail> => toDetail(ctx, await Patent.get(ctx, { id: patentId }, patentMissing)),
});
