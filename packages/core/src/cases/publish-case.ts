import * as z from "zod";
import { command, parse } from "../platform/command.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { Case } from "./entity.ts";
import { isCurrent } from "./policy.ts";
import { readText } from "./public-view.ts";
import { CaseContent, caseMissing, notPublished } from "./schema.ts";

const Versioned = z.object({ caseId: z.string().max(40), version: z.int() });

/**
 * Publishes the draft as it was seen. Publishing what is public already changes nothing.
 * @throws DomainError `input.invalid` with what the draft still lacks
 */
export const publishCase = command({
  input: Versioned,
  access: ["organiser"],
  async run(ctx, { caseId, version }): Promise<{ version: number }> {
    const record = await Case.get(ctx, { id: caseId }, caseMissing);
    if (isCurrent(record)) return { version: record.version };
    if (record.version !== version) throw new DomainError(changedMeanwhile);
    const { draft } = record;
    parse(CaseContent, { ...draft, body: await readText(ctx, caseId, draft.revision) });
    const at = ctx.now().toISOString();
    const publishedAt = record.publishedAt ?? at;
    await save(ctx, Case.change(ctx, record, { status: "published", published: { ...draft, at }, publishedAt }));
    return { version: version + 1 };
  },
});

/** Takes a case away from the public. Its draft stays and can be published again. */
export const withdrawCase = command({
  input: Versioned,
  access: ["organiser"],
  async run(ctx, { caseId, version }): Promise<{ version: number }> {
    const record = await Case.get(ctx, { id: caseId }, caseMissing);
    if (record.status === "withdrawn") return { version: record.version };
    if (record.status === "draft") throw new DomainError(notPublished);
    if (record.version !== version) throw new DomainError(changedMeanwhile);
    await save(ctx, Case.change(ctx, record, { status: "withdrawn", published: undefined }));
    return { version: version + 1 };
  },
});
