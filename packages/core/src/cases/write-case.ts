import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { changedMeanwhile, DomainError, invalidInput } from "../platform/error.ts";
import { ConditionFailed, type Write } from "../platform/table.ts";
import type { Localised } from "../platform/text.ts";
import { fill, locales } from "../platform/text.ts";
import { chainById } from "../taxonomy/index.ts";
import { Case, type CaseHead, type CaseRecord, CaseSlug, CaseText } from "./entity.ts";
import { distinct, sameHead, slugFrom } from "./policy.ts";
import { readText } from "./public-view.ts";
import { CaseDraft, caseMissing, slugTaken } from "./schema.ts";

/**
 * Writes a new case as a draft. The id may be given, which makes a repeated call harmless.
 * @throws DomainError `case.slug-taken`, `input.invalid`, `record.changed` when the id holds something else
 */
export const createCase = command({
  input: CaseDraft.extend({
    id: z
      .string()
      .regex(/^cas_[0-9a-z]{26}$/)
      .optional(),
  }),
  access: ["organiser", "editor"],
  async run(ctx, { id = ctx.newId("cas"), slug, body, ...content }): Promise<{ id: string; version: number }> {
    knownChains(content.chains);
    const made = slugFrom(content.title, id);
    for (const wanted of slug ? [slug] : [made, distinct(made, id)]) {
      const draft: CaseHead = { ...content, slug: wanted, revision: 1 };
      const record: CaseRecord = { id, status: "draft", draft };
      try {
        await ctx.table.write([Case.create(ctx, record), own(ctx, wanted, id), ...texts(ctx, id, 1, body)], token(ctx));
        return { id, version: 1 };
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        const existing = error.failed.get(0);
        if (existing) return again(ctx, Case.read(existing), draft, body);
        if (slug) throw taken(slug);
      }
    }
    throw taken(made);
  },
});

/** A repeated call: the answer of the first. */
async function again(ctx: Ctx, existing: CaseRecord & { version: number }, draft: CaseHead, body: Localised) {
  const same = sameHead(existing.draft, { ...draft, slug: existing.draft.slug });
  if (!same || !sameText(await readText(ctx, existing.id, 1), body)) throw new DomainError(changedMeanwhile);
  return { id: existing.id, version: existing.version };
}

/** Changes the draft. What is published stays as it is until it is published again. */
export const editCase = command({
  input: CaseDraft.extend({ caseId: z.string().max(40), version: z.int() }),
  access: ["organiser", "editor"],
  async run(ctx, { caseId, version, slug, body, ...content }): Promise<{ version: number; slug: string }> {
    knownChains(content.chains);
    const record = await Case.get(ctx, { id: caseId }, caseMissing);
    if (record.version !== version) throw new DomainError(changedMeanwhile);
    const before = record.draft;
    const wanted = slug || before.slug;
    const kept = sameText(await readText(ctx, caseId, before.revision), body);
    const revision = kept ? before.revision : version + 1;
    const { cover, ...rest } = content;
    const draft: CaseHead = { ...rest, ...(cover ? { cover } : {}), slug: wanted, revision };
    const writes: Write[] = [Case.change(ctx, record, { draft })];
    if (wanted !== before.slug) writes.push(own(ctx, wanted, caseId));
    if (!kept) writes.push(...texts(ctx, caseId, revision, body));
    try {
      await ctx.table.write(writes, token(ctx));
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      throw error.failed.has(0) ? new DomainError(changedMeanwhile) : taken(wanted);
    }
    return { version: version + 1, slug: wanted };
  },
});

const token = (ctx: Ctx) => ctx.newId("tok").slice(4);

const own = (ctx: Ctx, slug: string, caseId: string): Write =>
  CaseSlug.create(
    ctx,
    { slug, caseId },
    { condition: "attribute_not_exists(pk) OR #caseId = :caseId", values: { ":caseId": caseId } },
  );

const texts = (ctx: Ctx, caseId: string, revision: number, body: Localised): Write[] =>
  locales.flatMap((locale) => {
    const text = body[locale];
    return text === undefined ? [] : [CaseText.create(ctx, { caseId, revision, locale, text })];
  });

const sameText = (a: Localised, b: Localised) => a["zh-CN"] === b["zh-CN"] && a.en === b.en;

function taken(slug: string): DomainError {
  const params = { slug };
  const message = { "zh-CN": fill(slugTaken.text["zh-CN"], params), en: fill(slugTaken.text.en, params) };
  return new DomainError(slugTaken, { params, fields: [{ field: "slug", message }] });
}

function knownChains(ids: readonly string[]): void {
  if (ids.every((id) => Object.hasOwn(chainById, id))) return;
  const message = { "zh-CN": "“产业链”请从列出的选项中选择。", en: "Industry chains: choose from the list." };
  throw new DomainError(invalidInput, { params: { count: 1 }, fields: [{ field: "chains", message }] });
}
