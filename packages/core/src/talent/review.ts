import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Page } from "../platform/entity.ts";
import { every, holding, Listing, listing, Narrow } from "../platform/listing.ts";
import { countAll, reviewStep } from "../platform/review.ts";
import { labelled, prose, Reference } from "../platform/schema.ts";
import { inState, Talent, type TalentRecord } from "./entity.ts";
import { mayStep } from "./policy.ts";
import { type TalentDetail, type TalentRow, TalentStatus, talentMissing, talentStep } from "./schema.ts";
import { toDetail, toRow } from "./views.ts";

const reviewers = ["reviewer", "organiser"] as const;
const readers = [...reviewers, "auditor"] as const;
const step = reviewStep({ entity: Talent, mayStep, missing: talentMissing, refused: talentStep });
const Versioned = z.object({ talentId: z.string().max(40), version: z.int() });

/** Takes a person into the pool. The profile becomes public only where the person agreed to that. */
export const approveTalent = command({
  input: Versioned,
  access: reviewers,
  run: (ctx, { talentId: id, version }) => step(ctx, { id, version }, "approved", { remark: undefined }),
});

/** Declines an application, or takes an approved one out again, and says why. */
export const declineTalent = command({
  input: Versioned.extend({ remark: labelled(prose(2000), "理由", "Reason") }),
  access: reviewers,
  run: (ctx, { talentId: id, version, remark }) => step(ctx, { id, version }, "declined", { remark }),
});

/** People in one state for those who review: who waits longest stands first, what is settled newest first, unless asked otherwise. */
export const listTalents = command({
  input: Listing.extend({ status: TalentStatus.default("applied"), chain: Narrow(Reference) }),
  access: readers,
  async run(ctx, { status, chain, q, order, ...paging }): Promise<Page<TalentRow>> {
    const newestFirst = order ? order === "newest" : status !== "applied";
    const keep = every<TalentRecord>(
      await holding(ctx, q, (t) => [t.name, t.organisation, t.title, ...t.expertise, t.id]),
      chain && ((t) => t.chains.includes(chain)),
    );
    const page = await listing(ctx, Talent, { index: "byState", pk: inState(status), newestFirst }, paging, keep);
    return { ...page, items: page.items.map(toRow) };
  },
});

/** One person with everything: contact data, and each consent with its text version, time and source. */
export const getTalent = command({
  input: z.object({ talentId: z.string().max(40) }),
  access: readers,
  run: async (ctx, { talentId }): Promise<TalentDetail> => toDetail(await Talent.get(ctx, { id: talentId }, talentMissing)),
});

/** How many wait for review; counts to 500 and then says `more`. */
export const countWaitingTalents = command({
  input: z.object({}),
  access: readers,
  run: (ctx) => countAll(ctx, Talent, { index: "byState", pk: inState("applied") }),
});
