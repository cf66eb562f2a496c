import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Page, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { labelled, Paging, prose } from "../platform/schema.ts";
import { inState, Talent, type TalentRecord } from "./entity.ts";
import { mayStep } from "./policy.ts";
import { type TalentDetail, TalentStatus, talentMissing, talentStep } from "./schema.ts";
import { toDetail } from "./views.ts";

const reviewers = ["reviewer", "organiser"] as const;
const readers = [...reviewers, "auditor"] as const;
const Versioned = z.object({ talentId: z.string().max(40), version: z.int() });

/** Takes a person into the pool. The profile becomes public only where the person agreed to that. */
export const approveTalent = command({
  input: Versioned,
  access: reviewers,
  run: (ctx, of) => step(ctx, of, "approved", { remark: undefined }),
});

/** Declines an application, or takes an approved one out again, and says why. */
export const declineTalent = command({
  input: Versioned.extend({ remark: labelled(prose(2000), "理由", "Reason") }),
  access: reviewers,
  run: (ctx, { remark, ...of }) => step(ctx, of, "declined", { remark }),
});

async function step(
  ctx: Ctx,
  { talentId, version }: z.infer<typeof Versioned>,
  to: TalentStatus,
  patch: Partial<TalentRecord>,
): Promise<{ version: number }> {
  const talent = await Talent.get(ctx, { id: talentId }, talentMissing);
  if (talent.version !== version) throw new DomainError(changedMeanwhile);
  if (!mayStep(talent.status, to)) throw new DomainError(talentStep);
  await save(ctx, Talent.change(ctx, talent, { ...patch, status: to, since: ctx.now().toISOString() }));
  return { version: version + 1 };
}

/** People in one state for those who review: who waits longest stands first, what is settled newest first. */
export const listTalents = command({
  input: Paging.extend({ status: TalentStatus.default("applied") }),
  access: readers,
  async run(ctx, { status, limit, cursor }): Promise<Page<TalentDetail>> {
    const newestFirst = status !== "applied";
    const page = await Talent.list(ctx, { index: "byState", pk: inState(status), limit, cursor, newestFirst });
    return { ...page, items: page.items.map(toDetail) };
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
  async run(ctx): Promise<{ count: number; more: boolean }> {
    let count = 0;
    let cursor: string | undefined;
    do {
      const page = await Talent.list(ctx, { index: "byState", pk: inState("applied"), limit: 100, cursor });
      count += page.items.length;
      cursor = page.cursor;
    } while (cursor && count < 500);
    return { count, more: Boolean(cursor) };
  },
});
