import * as z from "zod";
import { whoActs } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { labelled, prose } from "../platform/schema.ts";
import { Case, type CaseRecord } from "./entity.ts";
import { changed } from "./history.ts";
import { isCurrent } from "./policy.ts";
import { alreadyApproved, nothingToReview, notInReview } from "./refusals.ts";
import { missing } from "./schema.ts";

const Versioned = z.object({ caseId: z.string().max(40), version: z.int() });
const Note = labelled(
  prose(1000, 0)
    .optional()
    .transform((s) => s || undefined),
  "给审核人的说明",
  "Note to the reviewer",
);

/** The case at the version that was seen. @throws DomainError `case.not-found`, `record.changed` */
export async function seen(ctx: Ctx, { caseId, version }: z.infer<typeof Versioned>): Promise<CaseRecord & Stored> {
  const record = await Case.get(ctx, { id: caseId }, missing(caseId));
  if (record.version !== version) throw new DomainError(changedMeanwhile);
  return record;
}

/** Asks those who may publish to look at the draft. Asking again changes nothing. */
export const askReview = command({
  input: Versioned.extend({ note: Note }),
  access: ["organiser", "editor"],
  async run(ctx, { note, ...of }): Promise<{ version: number }> {
    const record = await Case.get(ctx, { id: of.caseId }, missing(of.caseId));
    if (record.review) return { version: record.version };
    if (record.version !== of.version) throw new DomainError(changedMeanwhile);
    if (record.schedule) throw new DomainError(alreadyApproved);
    if (isCurrent(record)) throw new DomainError(nothingToReview);
    const review = { since: ctx.now().toISOString(), by: whoActs(ctx), ...(note ? { note } : {}) };
    const patch = { review, returned: undefined };
    await save(ctx, ...changed(ctx, record, patch, { what: "review-asked", ...(note ? { remark: note } : {}) }));
    return { version: of.version + 1 };
  },
});

/** Takes a draft out of review again, by those who wrote it. */
export const recallReview = command({
  input: Versioned,
  access: ["organiser", "editor"],
  async run(ctx, of): Promise<{ version: number }> {
    const record = await seen(ctx, of);
    if (!record.review) throw new DomainError(notInReview);
    await save(ctx, ...changed(ctx, record, { review: undefined }, { what: "review-recalled" }));
    return { version: of.version + 1 };
  },
});

/** Gives a draft back to those who wrote it, and says what has to be changed. */
export const returnCase = command({
  input: Versioned.extend({ remark: labelled(prose(2000), "修改意见", "What to change") }),
  access: ["organiser"],
  async run(ctx, { remark, ...of }): Promise<{ version: number }> {
    const record = await seen(ctx, of);
    if (!record.review) throw new DomainError(notInReview);
    const returned = { at: ctx.now().toISOString(), by: whoActs(ctx), remark };
    await save(ctx, ...changed(ctx, record, { review: undefined, returned }, { what: "returned", remark }));
    return { version: of.version + 1 };
  },
});
