import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { type Stored, save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { assertPublishable } from "./checklist.ts";
import { Case, type CaseRecord } from "./entity.ts";
import { changed } from "./history.ts";
import { isCurrent } from "./policy.ts";
import { toContent } from "./public-view.ts";
import { notPublished } from "./refusals.ts";
import { missing } from "./schema.ts";

const Versioned = z.object({ caseId: z.string().max(40), version: z.int() });

/** `already`: it was so before, by an earlier call or by somebody else, and nothing was changed. */
export interface Published {
  readonly version: number;
  readonly already: boolean;
}

/**
 * Publishes the draft as it was seen. Publishing what is public already changes nothing.
 * @throws DomainError `input.invalid` with what the checklist says, `record.changed` when somebody else was first
 */
export const publishCase = command({
  input: Versioned,
  access: ["organiser"],
  async run(ctx, { caseId, version }): Promise<Published> {
    const record = await Case.get(ctx, { id: caseId }, missing(caseId));
    if (isCurrent(record)) return { version: record.version, already: true };
    if (record.version !== version) throw new DomainError(changedMeanwhile);
    await makePublic(ctx, record);
    return { version: version + 1, already: false };
  },
});

/** Makes a draft what the public reads, in one write. @throws DomainError as `publishCase` does */
export async function makePublic(ctx: Ctx, record: CaseRecord & Stored): Promise<void> {
  const { id, draft } = record;
  await assertPublishable(ctx, id, await toContent(ctx, id, draft));
  const at = ctx.now().toISOString();
  const before = record.addresses ?? (record.published ? [record.published.slug] : []);
  const patch: Partial<CaseRecord> = {
    status: "published",
    published: { ...draft, at },
    publishedAt: record.publishedAt ?? at,
    addresses: [...before.filter((slug) => slug !== draft.slug), draft.slug].slice(-50),
    review: undefined,
    schedule: undefined,
    returned: undefined,
  };
  await save(ctx, ...changed(ctx, record, patch, { what: "published" }));
}

/** Takes a case away from the public. Its draft stays and can be published again; what was scheduled is not. */
export const withdrawCase = command({
  input: Versioned,
  access: ["organiser"],
  async run(ctx, { caseId, version }): Promise<Published> {
    const record = await Case.get(ctx, { id: caseId }, missing(caseId));
    if (record.status === "withdrawn") return { version: record.version, already: true };
    if (record.status === "draft") throw new DomainError(notPublished);
    if (record.version !== version) throw new DomainError(changedMeanwhile);
    const patch = { status: "withdrawn", published: undefined, schedule: undefined } as const;
    await save(ctx, ...changed(ctx, record, patch, { what: "withdrawn" }));
    return { version: version + 1, already: false };
  },
});
