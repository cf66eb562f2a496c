import * as z from "zod";
import { whoActs } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError, type FieldError, invalidInput } from "../platform/error.ts";
import { errorFacts } from "../platform/log.ts";
import { Instant, labelled } from "../platform/schema.ts";
import type { Words } from "../platform/text.ts";
import { assertPublishable } from "./checklist.ts";
import { Case, type CaseRecord, stageOf } from "./entity.ts";
import { changed } from "./history.ts";
import { isCurrent, lateAfter } from "./policy.ts";
import { toContent } from "./public-view.ts";
import { makePublic } from "./publish-case.ts";
import { nothingToReview, notScheduled } from "./refusals.ts";
import { seen } from "./review-case.ts";
import { contentKinds, type Schedule, scheduleDays } from "./schema.ts";

const Versioned = z.object({ caseId: z.string().max(40), version: z.int() });

const at = (message: Words): DomainError =>
  new DomainError(invalidInput, { params: { count: 1 }, fields: [{ field: "publishAt", message } satisfies FieldError] });

/** @throws DomainError `input.invalid` for a time that is over, or too far ahead */
function assertAhead(ctx: Ctx, publishAt: string): void {
  const ahead = new Date(publishAt).getTime() - ctx.now().getTime();
  if (ahead <= 0)
    throw at({
      "zh-CN": "“发布时间”已经过去。请选一个将来的时间，或直接发布。",
      en: "Time of publication: it is over. Choose a time ahead, or publish now.",
    });
  if (ahead > scheduleDays * 86_400_000)
    throw at({
      "zh-CN": "“发布时间”最多在一年之内。请选近一些的时间。",
      en: "Time of publication: at most a year ahead. Choose an earlier time.",
    });
}

/**
 * Approves the draft as it was seen, to be published at an instant. Again with another instant, it moves.
 * @throws DomainError `input.invalid` for the time and with what the checklist says
 */
export const scheduleCase = command({
  input: Versioned.extend({ publishAt: labelled(Instant, "发布时间", "Time of publication") }),
  access: ["organiser"],
  async run(ctx, { publishAt, ...of }): Promise<{ version: number }> {
    const record = await seen(ctx, of);
    assertAhead(ctx, publishAt);
    if (isCurrent(record)) throw new DomainError(nothingToReview);
    await assertPublishable(ctx, of.caseId, await toContent(ctx, of.caseId, record.draft));
    const schedule: Schedule = { publishAt, by: whoActs(ctx) };
    const patch = { schedule, review: undefined, returned: undefined };
    await save(ctx, ...changed(ctx, record, patch, { what: "scheduled", publishAt }));
    return { version: of.version + 1 };
  },
});

/** Cancels a publication that was scheduled. What is public stays as it is. */
export const unscheduleCase = command({
  input: Versioned,
  access: ["organiser"],
  async run(ctx, of): Promise<{ version: number }> {
    const record = await seen(ctx, of);
    if (!record.schedule) throw new DomainError(notScheduled);
    await save(ctx, ...changed(ctx, record, { schedule: undefined }, { what: "unscheduled" }));
    return { version: of.version + 1 };
  },
});

/**
 * Publishes what is due, each in a write of its own: a run that was killed is made up for by the next, and two at once do it once.
 * What was missed by more than a day, or does not pass the checklist any more, is held for somebody to decide.
 */
export const publishScheduled = command({
  input: z.object({}),
  access: "system",
  async run(ctx): Promise<{ published: number; held: number }> {
    const sum = { published: 0, held: 0 };
    for (const kind of contentKinds) {
      let cursor: string | undefined;
      do {
        // Those held sort after all instants; an instant is followed by the id.
        const between = ["", `${ctx.now().toISOString()}~`] as const;
        const page = await Case.list(ctx, { index: "byOwner", pk: stageOf(kind, "scheduled"), between, limit: 25, cursor });
        for (const { id } of page.items) {
          const done = await settle(ctx, id).catch((error: unknown) =>
            ctx.log.error("what was scheduled was not published", { id, ...errorFacts(error) }),
          );
          if (done) sum[done] += 1;
        }
        cursor = page.cursor;
      } while (cursor);
    }
    return sum;
  },
});

/** What is due of one case, read past the index; nothing when somebody has dealt with it meanwhile. */
async function settle(ctx: Ctx, id: string): Promise<"published" | "held" | undefined> {
  const record = await Case.find(ctx, { id });
  const late = record?.schedule ? ctx.now().getTime() - new Date(record.schedule.publishAt).getTime() : -1;
  if (!record?.schedule || record.schedule.held || late < 0) return undefined;
  try {
    if (late > lateAfter) return await hold(ctx, record, record.schedule, "late");
    await makePublic(ctx, record);
    return "published";
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.reason === changedMeanwhile.reason) return undefined;
    if (error.reason === invalidInput.reason) return hold(ctx, record, record.schedule, "checklist");
    throw error;
  }
}

async function hold(
  ctx: Ctx,
  record: CaseRecord & Stored,
  schedule: Schedule,
  why: NonNullable<Schedule["held"]>,
): Promise<"held"> {
  await save(
    ctx,
    ...changed(
      ctx,
      record,
      { schedule: { ...schedule, held: why } },
      { what: "held", publishAt: schedule.publishAt, remark: why },
    ),
  );
  return "held";
}
