import { type Holder, holders } from "../activity/index.ts";
import type { Ctx } from "../platform/context.ts";
import type { Page } from "../platform/entity.ts";
import { Counts, Entries } from "./entity.ts";
import { ticketParts } from "./schema.ts";

/** The table gives so many at once. */
const most = 100;

/** Who registered and whether they are in by that very registration, in no order that means anything; at most 500 a page. */
export async function arrivals(
  ctx: Ctx,
  activityId: string,
  limit: number,
  cursor?: string,
): Promise<Page<{ readonly holder: Holder; readonly came: boolean }>> {
  const page = await holders(ctx, activityId, { limit, cursor });
  const found: ReturnType<typeof Entries.read>[] = [];
  for (let from = 0; from < page.items.length; from += most) {
    const keys = page.items.slice(from, from + most).map(({ person }) => Entries.key({ activityId, person }));
    found.push(...(await ctx.table.getMany(keys, true)).map(Entries.read));
  }
  const isIn = new Map(found.filter(({ status }) => status === "in").map((entry) => [entry.person, entry.registrationId]));
  return { ...page, items: page.items.map((holder) => ({ holder, came: isIn.get(holder.person) === holder.id })) };
}

/** How many are in. */
export const countEntered = async (ctx: Ctx, activityId: string): Promise<number> =>
  (await Counts.find(ctx, { activityId }))?.entered ?? 0;

/** Whether somebody came by this registration. */
export async function hasCome(
  ctx: Ctx,
  { activityId, person, id }: Pick<Holder, "activityId" | "person" | "id">,
): Promise<boolean> {
  const entry = await Entries.find(ctx, { activityId, person });
  return entry?.status === "in" && entry.registrationId === id;
}

/** What digests are made of (base64url, RFC 4648), as the table sorts it. */
const letters = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

/** From which digest to which a part reaches. */
export function rangeOf(part: number): readonly [string, string] {
  const each = letters.length / ticketParts;
  return [letters.charAt(part * each), `${letters.charAt((part + 1) * each - 1)}~`];
}

/** Everybody who registered, in no order; those who were erased are left out. */
export async function everyHolder(ctx: Ctx, activityId: string): Promise<Holder[]> {
  const partOfAll = async (part: number) => {
    const found: Holder[] = [];
    let cursor: string | undefined;
    do {
      const page = await holders(ctx, activityId, { limit: 500, cursor, between: rangeOf(part) });
      found.push(...page.items);
      cursor = page.cursor;
    } while (cursor);
    return found;
  };
  return (await Promise.all(Array.from({ length: ticketParts }, (_, part) => partOfAll(part)))).flat();
}
