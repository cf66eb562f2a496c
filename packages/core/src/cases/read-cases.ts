import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Page, Stored } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { every, holding, Listing, listing, Narrow } from "../platform/listing.ts";
import { Paging, Reference } from "../platform/schema.ts";
import type { Query } from "../platform/table.ts";
import { Case, type CaseRecord, CaseSlug } from "./entity.ts";
import { toContent, toPublic, toRow, toSummary } from "./public-view.ts";
import { type CaseRow, type CaseSummary, caseMissing, caseStates, type FullCase, type PublicCase } from "./schema.ts";

const readers = ["organiser", "editor", "auditor"] as const;

/** One published case, by its id or by the last part of its address. */
export const readPublicCase = command({
  input: z.object({ case: z.string().max(80) }),
  access: "public",
  async run(ctx, { case: name }): Promise<PublicCase> {
    const byId = name.startsWith("cas_");
    const id = byId ? name : (await CaseSlug.get(ctx, { slug: name }, caseMissing)).caseId;
    const { published, publishedAt, addresses } = await Case.get(ctx, { id }, caseMissing);
    if (!published || (!byId && published.slug !== name)) throw new DomainError(caseMissing);
    const { at, ...head } = published;
    const times = { publishedAt: publishedAt ?? at, updatedAt: at };
    return toPublic(id, await toContent(ctx, id, head), times, addresses);
  },
});

/** Published cases, the newest first, without their texts. */
export const listPublicCases = command({
  input: Paging,
  access: "public",
  async run(ctx, { limit, cursor }): Promise<Page<CaseSummary>> {
    const page = await Case.list(ctx, { index: "byState", pk: "case#published", limit, cursor, newestFirst: true });
    return { ...page, items: page.items.flatMap((record) => toSummary(record) ?? []) };
  },
});

const onTheWay = ["in-review", "scheduled"] as const;
const isOnTheWay = (state: string): state is (typeof onTheWay)[number] => onTheWay.some((one) => one === state);

/** Drafts, published and withdrawn ones: the newest first. Those in review: what waits longest first. Scheduled ones: the next first, those held last. */
const inState = (state: (typeof caseStates)[number]): Omit<Query, "limit"> =>
  isOnTheWay(state)
    ? { index: "byOwner", pk: `case-stage#${state}` }
    : { index: "byState", pk: `case#${state}`, newestFirst: true };

/** What those who write cases see in their list. */
export const listCases = command({
  input: Listing.extend({ status: z.enum(caseStates).default("draft"), chain: Narrow(Reference) }),
  access: readers,
  async run(ctx, { status, chain, q, order, ...paging }): Promise<Page<CaseRow>> {
    const keep = every<CaseRecord>(
      await holding(ctx, q, ({ draft, id }) => [draft.title["zh-CN"], draft.title.en, draft.slug, id]),
      chain && (({ draft }) => draft.chains.includes(chain)),
    );
    const query = { ...inState(status), ...(order ? { newestFirst: order === "newest" } : {}) };
    const page = await listing(ctx, Case, query, paging, keep);
    return { ...page, items: page.items.map(toRow) };
  },
});

/** How many wait for review (`count`), are scheduled, and of these are held; counts to 500 and then says `more`. */
export const countWaitingCases = command({
  input: z.object({}),
  access: readers,
  async run(ctx): Promise<{ count: number; scheduled: number; held: number; more: boolean }> {
    const [review, scheduled] = await Promise.all(onTheWay.map((state) => all(ctx, state)));
    const held = scheduled?.items.filter(({ schedule }) => schedule?.held).length ?? 0;
    return {
      count: review?.items.length ?? 0,
      scheduled: scheduled?.items.length ?? 0,
      held,
      more: Boolean(review?.cursor ?? scheduled?.cursor),
    };
  },
});

async function all(ctx: Ctx, state: (typeof onTheWay)[number]): Promise<Page<CaseRecord & Stored>> {
  const items: (CaseRecord & Stored)[] = [];
  let cursor: string | undefined;
  do {
    const page = await Case.list(ctx, { ...inState(state), limit: 500, cursor });
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor && items.length < 500);
  return { items, ...(cursor ? { cursor } : {}) };
}

/** A case's draft with its text. */
export const getCase = command({
  input: z.object({ caseId: z.string().max(40) }),
  access: readers,
  async run(ctx, { caseId }): Promise<FullCase> {
    const record = await Case.get(ctx, { id: caseId }, caseMissing);
    return { ...toRow(record), ...(await toContent(ctx, caseId, record.draft)) };
  },
});

/** The draft as the public would read it if it were published now. */
export const readDraftCase = command({
  input: z.object({ caseId: z.string().max(40) }),
  access: readers,
  async run(ctx, { caseId }): Promise<PublicCase> {
    const { draft, publishedAt, addresses } = await Case.get(ctx, { id: caseId }, caseMissing);
    const now = ctx.now().toISOString();
    return toPublic(caseId, await toContent(ctx, caseId, draft), { publishedAt: publishedAt ?? now, updatedAt: now }, addresses);
  },
});
