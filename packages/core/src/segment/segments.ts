import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Page, type Stored, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { Paging, Reference } from "../platform/schema.ts";
import { allSegments, type SegmentRecord, Segments } from "./entity.ts";
import { type NamedRule, SegmentContent, segmentMissing } from "./schema.ts";

const One = z.object({ segmentId: Reference });
const Versioned = One.extend({ version: z.int() });

async function kept(ctx: Ctx, id: string): Promise<SegmentRecord & Stored> {
  const segment = await Segments.get(ctx, { id }, segmentMissing);
  if (segment.droppedAt) throw new DomainError(segmentMissing);
  return segment;
}

export const listSegments = command({
  input: Paging,
  access: ["organiser", "auditor"],
  run: (ctx, { limit, cursor }): Promise<Page<SegmentRecord & Stored>> =>
    Segments.list(ctx, { index: "byState", pk: allSegments, limit, cursor }),
});

export const getSegment = command({
  input: One,
  access: ["organiser", "auditor"],
  run: (ctx, { segmentId }): Promise<SegmentRecord & Stored> => kept(ctx, segmentId),
});

export const createSegment = command({
  input: SegmentContent,
  access: ["organiser"],
  async run(ctx, content): Promise<{ id: string }> {
    const id = ctx.newId("seg");
    await save(ctx, Segments.create(ctx, { ...content, id }));
    return { id };
  },
});

/** Changes a segment. What was ordered by it keeps the rule that it was ordered with. */
export const editSegment = command({
  input: SegmentContent.extend(Versioned.shape),
  access: ["organiser"],
  async run(ctx, { segmentId, version, ...content }): Promise<{ version: number }> {
    const segment = await kept(ctx, segmentId);
    if (segment.version !== version) throw new DomainError(changedMeanwhile);
    await save(ctx, Segments.change(ctx, segment, content));
    return { version: version + 1 };
  },
});

/** Takes a segment from the list. A notification that names it has to name another one before it can be ordered. */
export const dropSegment = command({
  input: Versioned,
  access: ["organiser"],
  async run(ctx, { segmentId, version }): Promise<{ version: number }> {
    const segment = await kept(ctx, segmentId);
    if (segment.version !== version) throw new DomainError(changedMeanwhile);
    await save(ctx, Segments.change(ctx, segment, { droppedAt: ctx.now().toISOString() }));
    return { version: version + 1 };
  },
});

/** The rules of segments as they are now. @throws DomainError `segment.not-found` */
export const rulesOf = (ctx: Ctx, ids: readonly string[]): Promise<NamedRule[]> =>
  Promise.all(
    ids.map(async (id) => {
      const { name, rule } = await kept(ctx, id);
      return { id, name, rule };
    }),
  );
