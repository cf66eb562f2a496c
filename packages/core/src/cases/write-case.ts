import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { ConditionFailed, type Write } from "../platform/table.ts";
import type { Localised } from "../platform/text.ts";
import { fill, locales } from "../platform/text.ts";
import { CaseDraft, PageDraft } from "./content.ts";
import { Case, type CaseHead, type CaseRecord, CaseSlug, CaseText } from "./entity.ts";
import { changed, forgotten, told } from "./history.ts";
import { differing, distinct, slugFrom } from "./policy.ts";
import { readText } from "./public-view.ts";
import { slugTaken } from "./refusals.ts";
import { type ContentKind, caseMissing, kindOf, missing, pageMissing } from "./schema.ts";

const writers = ["organiser", "editor"] as const;
type Created = { id: string; version: number };
/** What an editor saves, of either kind; a page has no chains. */
type Draft = Omit<CaseHead, "slug" | "revision"> & { readonly slug?: string | undefined; readonly body: Localised };

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
  access: writers,
  run: (ctx, { id = ctx.newId("cas"), ...draft }): Promise<Created> => create(ctx, id, draft),
});

/** The same for a page. */
export const createPage = command({
  input: PageDraft.extend({
    id: z
      .string()
      .regex(/^pag_[0-9a-z]{26}$/)
      .optional(),
  }),
  access: writers,
  run: (ctx, { id = ctx.newId("pag"), ...draft }): Promise<Created> => create(ctx, id, { ...draft, chains: [] }),
});

async function create(ctx: Ctx, id: string, { slug, body, ...content }: Draft): Promise<Created> {
  const made = slugFrom(content.title, id);
  for (const wanted of slug ? [slug] : [made, distinct(made, id)]) {
    const draft: CaseHead = { ...content, slug: wanted, revision: 1 };
    const record: CaseRecord = { id, status: "draft", draft, drafted: 1 };
    const entry = told(ctx, id, 1, { what: "created", draft });
    try {
      await ctx.table.write([Case.create(ctx, record), own(ctx, wanted, id), entry, ...texts(ctx, id, 1, body)], token(ctx));
      return { id, version: 1 };
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      const existing = error.failed.get(0);
      if (existing) return again(ctx, Case.read(existing), draft, body);
      if (slug) throw await taken(ctx, kindOf(id), slug);
    }
  }
  throw await taken(ctx, kindOf(id), made);
}

/** A repeated call: the answer of the first. */
async function again(ctx: Ctx, existing: CaseRecord & { version: number }, draft: CaseHead, body: Localised) {
  const same = differing(existing.draft, { ...draft, slug: existing.draft.slug }).length === 0;
  if (!same || !sameText(await readText(ctx, existing.id, 1), body)) throw new DomainError(changedMeanwhile);
  return { id: existing.id, version: existing.version };
}

/** What a save did. `voided`: the draft was approved for a time, and is not any more. */
export interface Saved {
  readonly version: number;
  readonly slug: string;
  readonly voided: boolean;
}

const Edited = { caseId: z.string().max(40), version: z.int() };

/**
 * Changes the draft; each save that differs is a version. What is published stays as it is until it is published again. A draft that was
 * approved for a time is not approved any more.
 */
export const editCase = command({
  input: CaseDraft.extend(Edited),
  access: writers,
  run: (ctx, { caseId, version, ...draft }): Promise<Saved> => edit(ctx, "case", { caseId, version }, draft),
});

/** The same for a page. */
export const editPage = command({
  input: PageDraft.extend(Edited),
  access: writers,
  run: (ctx, { caseId, version, ...draft }): Promise<Saved> => edit(ctx, "page", { caseId, version }, { ...draft, chains: [] }),
});

async function edit(
  ctx: Ctx,
  kind: ContentKind,
  { caseId, version }: { readonly caseId: string; readonly version: number },
  { slug, body, ...content }: Draft,
): Promise<Saved> {
  if (kindOf(caseId) !== kind) throw new DomainError(kind === "page" ? pageMissing : caseMissing);
  const record = await Case.get(ctx, { id: caseId }, missing(caseId));
  if (record.version !== version) throw new DomainError(changedMeanwhile);
  const kept = sameText(await readText(ctx, caseId, record.draft.revision), body);
  const revision = kept ? record.draft.revision : version + 1;
  const draft: CaseHead = { ...content, slug: slug || record.draft.slug, revision };
  return saveDraft(ctx, record, draft, { what: "edited" }, kept ? [] : texts(ctx, caseId, revision, body));
}

/** Makes a draft the present one, as a version; writes nothing when it is that already. */
export async function saveDraft(
  ctx: Ctx,
  record: CaseRecord & Stored,
  draft: CaseHead,
  how: { readonly what: "edited" | "restored"; readonly from?: number },
  textWrites: readonly Write[] = [],
): Promise<Saved> {
  const { id, version, draft: before, schedule } = record;
  const fields = differing(before, draft);
  if (!fields.length) return { version, slug: before.slug, voided: false };
  // What was accepted on the checklist is no part of what was approved.
  const voided = schedule !== undefined && fields.some((field) => field !== "accepted");
  const patch = { draft, drafted: version + 1, ...(voided ? { schedule: undefined } : {}) };
  const moved = draft.slug !== before.slug;
  const writes = [...changed(ctx, record, patch, { ...how, fields, draft }), ...forgotten(ctx, record), ...textWrites];
  if (moved) writes.push(own(ctx, draft.slug, id));
  try {
    await ctx.table.write(writes, token(ctx));
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    throw !error.failed.has(0) && moved ? await taken(ctx, kindOf(id), draft.slug) : new DomainError(changedMeanwhile);
  }
  return { version: version + 1, slug: draft.slug, voided };
}

const token = (ctx: Ctx) => ctx.newId("tok").slice(4);

const own = (ctx: Ctx, slug: string, caseId: string): Write =>
  CaseSlug.create(
    ctx,
    { kind: kindOf(caseId), slug, caseId },
    { condition: "attribute_not_exists(pk) OR #caseId = :caseId", values: { ":caseId": caseId } },
  );

const texts = (ctx: Ctx, caseId: string, revision: number, body: Localised): Write[] =>
  locales.flatMap((locale) => {
    const text = body[locale];
    return text === undefined ? [] : [CaseText.create(ctx, { caseId, revision, locale, text })];
  });

const sameText = (a: Localised, b: Localised) => a["zh-CN"] === b["zh-CN"] && a.en === b.en;

/** Says who has the address. */
async function taken(ctx: Ctx, kind: ContentKind, slug: string): Promise<DomainError> {
  const owner = await CaseSlug.find(ctx, { kind, slug });
  const other = owner && (await Case.find(ctx, { id: owner.caseId }));
  const [zh, en] = other ? [other.draft.title["zh-CN"], other.draft.title.en || other.draft.title["zh-CN"]] : ["…", "…"];
  const message = {
    "zh-CN": fill(slugTaken.text["zh-CN"], { slug, title: zh }),
    en: fill(slugTaken.text.en, { slug, title: en }),
  };
  return new DomainError(slugTaken, { params: { slug, title: zh }, fields: [{ field: "slug", message }] });
}
