import * as z from "zod";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Page, Stored } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { every, holding, Listing, listing, Narrow } from "../platform/listing.ts";
import { Paging, Reference } from "../platform/schema.ts";
import type { Query } from "../platform/table.ts";
import { Case, type CaseRecord, CaseSlug, stageOf } from "./entity.ts";
import { toContent, toPageSummary, toPublic, toPublicPage, toRow, toSummary } from "./public-view.ts";
import {
  type CaseRow,
  type CaseSummary,
  type ContentKind,
  caseMissing,
  caseStates,
  contentKinds,
  type FullCase,
  kindOf,
  missing,
  type PageSummary,
  type PublicCase,
  type PublicPage,
  pageMissing,
} from "./schema.ts";

const readers = ["organiser", "editor", "auditor"] as const;
const Kind = z.enum(contentKinds).default("case");

const Named = z.string().max(80);

interface Reading {
  /** By a former last part of its address, too: whoever asks then says where it is now. */
  readonly former: boolean;
}

/** What is published under an id or the last part of an address. @throws DomainError `case.not-found`, `page.not-found` */
async function published(ctx: Ctx, kind: ContentKind, name: string, { former }: Reading) {
  const none = kind === "page" ? pageMissing : caseMissing;
  const byId = name.startsWith(kind === "page" ? "pag_" : "cas_");
  const id = byId ? name : (await CaseSlug.get(ctx, { kind, slug: name }, none)).caseId;
  const { published, publishedAt, addresses } = await Case.get(ctx, { id }, none);
  const here = published && (byId || published.slug === name || (former && addresses?.includes(name)));
  if (!here) throw new DomainError(none);
  const { at, ...head } = published;
  const times = { publishedAt: publishedAt ?? at, updatedAt: at };
  return [id, await toContent(ctx, id, head), times, addresses] as const;
}

/** One published case, by its id or by the last part of its address. */
export const readPublicCase = command({
  input: z.object({ case: Named, former: z.boolean().default(false) }),
  access: "public",
  run: async (ctx, { case: name, former }): Promise<PublicCase> => toPublic(...(await published(ctx, "case", name, { former }))),
});

/** One published page, by its id or by the last part of its address. */
export const readPublicPage = command({
  input: z.object({ page: Named, former: z.boolean().default(false) }),
  access: "public",
  run: async (ctx, { page: name, former }): Promise<PublicPage> =>
    toPublicPage(...(await published(ctx, "page", name, { former }))),
});

const inPublic = (ctx: Ctx, kind: ContentKind, paging: { limit: number; cursor?: string | undefined }) =>
  Case.list(ctx, { index: "byState", pk: `${kind}#published`, ...paging, newestFirst: true });

/** Published cases, the newest first, without their texts. */
export const listPublicCases = command({
  input: Paging,
  access: "public",
  async run(ctx, paging): Promise<Page<CaseSummary>> {
    const page = await inPublic(ctx, "case", paging);
    return { ...page, items: page.items.flatMap((record) => toSummary(record) ?? []) };
  },
});

/** Published pages, the newest first, without their texts. */
export const listPublicPages = command({
  input: Paging,
  access: "public",
  async run(ctx, paging): Promise<Page<PageSummary>> {
    const page = await inPublic(ctx, "page", paging);
    return { ...page, items: page.items.flatMap((record) => toPageSummary(record) ?? []) };
  },
});

const onTheWay = ["in-review", "scheduled"] as const;
const isOnTheWay = (state: string): state is (typeof onTheWay)[number] => onTheWay.some((one) => one === state);

/** Drafts, published and withdrawn ones: the newest first. Those in review: what waits longest first. Scheduled ones: the next first, those held last. */
const inState = (kind: ContentKind, state: (typeof caseStates)[number]): Omit<Query, "limit"> =>
  isOnTheWay(state)
    ? { index: "byOwner", pk: stageOf(kind, state) }
    : { index: "byState", pk: `${kind}#${state}`, newestFirst: true };

/** What those who write cases, or pages, see in their list. */
export const listCases = command({
  input: Listing.extend({ status: z.enum(caseStates).default("draft"), kind: Kind, chain: Narrow(Reference) }),
  access: readers,
  async run(ctx, { status, kind, chain, q, order, ...paging }): Promise<Page<CaseRow>> {
    const keep = every<CaseRecord>(
      await holding(ctx, q, ({ draft, id }) => [draft.title["zh-CN"], draft.title.en, draft.slug, id]),
      chain && (({ draft }) => draft.chains.includes(chain)),
    );
    const query = { ...inState(kind, status), ...(order ? { newestFirst: order === "newest" } : {}) };
    const page = await listing(ctx, Case, query, paging, keep);
    return { ...page, items: page.items.map(toRow) };
  },
});

/** How many wait for review (`count`), are scheduled, and of these are held; counts to 500 and then says `more`. */
export const countWaitingCases = command({
  input: z.object({ kind: Kind }),
  access: readers,
  async run(ctx, { kind }): Promise<{ count: number; scheduled: number; held: number; more: boolean }> {
    const [review, scheduled] = await Promise.all(onTheWay.map((state) => all(ctx, kind, state)));
    const held = scheduled?.items.filter(({ schedule }) => schedule?.held).length ?? 0;
    return {
      count: review?.items.length ?? 0,
      scheduled: scheduled?.items.length ?? 0,
      held,
      more: Boolean(review?.cursor ?? scheduled?.cursor),
    };
  },
});

async function all(ctx: Ctx, kind: ContentKind, state: (typeof onTheWay)[number]): Promise<Page<CaseRecord & Stored>> {
  const items: (CaseRecord & Stored)[] = [];
  let cursor: string | undefined;
  do {
    const page = await Case.list(ctx, { ...inState(kind, state), limit: 500, cursor });
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
    const record = await Case.get(ctx, { id: caseId }, missing(caseId));
    return { ...toRow(record), ...(await toContent(ctx, caseId, record.draft)) };
  },
});

/** A draft as what would be public if it were published now. */
async function drafted(ctx: Ctx, kind: ContentKind, caseId: string) {
  if (kindOf(caseId) !== kind) throw new DomainError(kind === "page" ? pageMissing : caseMissing);
  const { draft, publishedAt, addresses } = await Case.get(ctx, { id: caseId }, missing(caseId));
  const now = ctx.now().toISOString();
  const times = { publishedAt: publishedAt ?? now, updatedAt: now };
  return [caseId, await toContent(ctx, caseId, draft), times, addresses] as const;
}

/** The draft as the public would read it if it were published now. */
export const readDraftCase = command({
  input: z.object({ caseId: z.string().max(40) }),
  access: readers,
  run: async (ctx, { caseId }): Promise<PublicCase> => toPublic(...(await drafted(ctx, "case", caseId))),
});

/** The same for a page. */
export const readDraftPage = command({
  input: z.object({ caseId: z.string().max(40) }),
  access: readers,
  run: async (ctx, { caseId }): Promise<PublicPage> => toPublicPage(...(await drafted(ctx, "page", caseId))),
});
