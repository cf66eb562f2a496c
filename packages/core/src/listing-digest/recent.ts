import { listPublicDemands } from "../demand/index.ts";
import type { Ctx } from "../platform/context.ts";
import type { Page } from "../platform/entity.ts";
import type { Localised } from "../platform/text.ts";
import { listPublicProjects } from "../project/index.ts";
import type { ListingRef } from "./entity.ts";

export interface Listed extends ListingRef {
  readonly title: Localised;
  readonly chain: string;
  readonly listedAt: string;
}
interface Row {
  readonly id: string;
  readonly title: Localised;
  readonly chain: string;
  readonly listedAt: string;
}

/** What is on the public lists now and came there after `from`, the oldest first. */
export async function listedSince(ctx: Ctx, from: string): Promise<Listed[]> {
  const [projects, demands] = await Promise.all([
    after(from, (cursor) => listPublicProjects(ctx, { limit: 100, cursor })),
    after(from, (cursor) => listPublicDemands(ctx, { limit: 100, cursor })),
  ]);
  const of =
    (kind: ListingRef["kind"]) =>
    (row: Row): Listed => ({
      kind,
      id: row.id,
      title: row.title,
      chain: row.chain,
      listedAt: row.listedAt,
    });
  return [...projects.map(of("project")), ...demands.map(of("demand"))].sort((a, b) => (a.listedAt < b.listedAt ? -1 : 1));
}

/** The lists are sorted by the last change of state, which is never before the listing. */
async function after(from: string, read: (cursor?: string) => Promise<Page<Row>>): Promise<Row[]> {
  const found: Row[] = [];
  for (let page = await read(); ; page = await read(page.cursor)) {
    const fresh = page.items.filter(({ listedAt }) => listedAt > from);
    found.push(...fresh);
    if (!page.cursor || !fresh.length) return found;
  }
}
