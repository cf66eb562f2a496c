import { offeredPatents } from "../ip-record/reactions.ts";
import type { Ctx } from "../platform/context.ts";
import type { Stored } from "../platform/entity.ts";
import { ConditionFailed } from "../platform/table.ts";
import { listedProjects } from "../project/reactions.ts";
import { allEntries, emptyLibrary, type Library, loaded, serialised, updated } from "../search/index.ts";
import { SupplyHead, type SupplyHeadRecord } from "./entity.ts";
import { entryOf, indexOffers, type Offer } from "./offer.ts";
import { offerNow } from "./offer-now.ts";
import { aboutIn, patentOffer, projectOffer } from "./supplied.ts";

/** Changes that are kept beside the large file before it is made anew: so many are read and indexed within some ten milliseconds. */
const mostLate = 200;
/** How long a file is kept after another took its place: whoever read its name just before can still load it. */
const keptFor = 10 * 60_000;

type Head = (SupplyHeadRecord & Stored) | undefined;

/** The large file as it was last loaded, and all that is on offer as it was last asked for; files never change. */
let held: { readonly key: string; readonly library: Library } | undefined;
let ready: { readonly names: string; readonly library: Library } | undefined;

async function load(ctx: Ctx, key: string | undefined): Promise<Library> {
  if (!key) return emptyLibrary;
  const object = await ctx.objects.get("private", key);
  if (!object) throw new Error(`There is no index of offers ${key}.`);
  return loaded(object.body);
}

async function loadBase(ctx: Ctx, key: string | undefined): Promise<Library> {
  if (!key) return emptyLibrary;
  if (held?.key !== key) held = { key, library: await load(ctx, key) };
  return held.library;
}

/** All projects and patents on offer, as of the last change that was taken in; undefined before there is an index. */
export async function readSupply(ctx: Ctx): Promise<Library | undefined> {
  for (let before: Head; ; ) {
    const head = await SupplyHead.find(ctx, {});
    try {
      return head && (await libraryOf(ctx, head));
    } catch (error) {
      // Something was taken off offer meanwhile, and the files that held it went with it: the head names others now.
      if (before?.version === head?.version) throw error;
      before = head;
    }
  }
}

async function libraryOf(ctx: Ctx, head: SupplyHeadRecord): Promise<Library> {
  const names = JSON.stringify([head.base, head.late, head.gone]);
  if (ready?.names === names) return ready.library;
  const [base, late] = await Promise.all([loadBase(ctx, head.base), load(ctx, head.late)]);
  const library = head.late || head.gone.length ? updated(base, [...allEntries(late)], head.gone) : base;
  ready = { names, library };
  return library;
}

/** Puts files and the head that names them, on condition that the head is still the one that was read. */
async function put(
  ctx: Ctx,
  before: Head,
  next: { base?: Uint8Array; late?: Uint8Array; gone: readonly string[]; purge?: boolean },
): Promise<void> {
  const named = async (bytes: Uint8Array | undefined) => {
    if (!bytes) return undefined;
    const key = `supply/${ctx.newId("sup")}.bin`;
    await ctx.objects.put("private", key, bytes, { type: "application/octet-stream" });
    return key;
  };
  const [base, late] = [next.base ? await named(next.base) : before?.base, await named(next.late)];
  const now = ctx.now().toISOString();
  const until = new Date(ctx.now().getTime() + keptFor).toISOString();
  const left = [before?.base, before?.late].filter((key): key is string => key !== undefined && key !== base);
  const former = [...(before?.former ?? []), ...left.map((key) => ({ key, until }))];
  const over = next.purge ? former : former.filter((one) => one.until <= now);
  const head: SupplyHeadRecord = { base, late, gone: next.gone, former: former.filter((one) => !over.includes(one)), at: now };
  try {
    await ctx.table.write([before ? SupplyHead.change(ctx, before, head) : SupplyHead.create(ctx, head)], "");
  } catch (error) {
    for (const key of [next.base && base, late]) if (key) await ctx.objects.remove("private", key);
    // Another was quicker: whoever asked comes again.
    if (error instanceof ConditionFailed) throw new Error("the index of offers was changed at the same moment");
    throw error;
  }
  for (const { key } of over) await ctx.objects.remove("private", key);
}

/** Makes the index of all that is on offer. A file of an index that was lost is no reason not to. */
export async function rebuildSupply(ctx: Ctx): Promise<void> {
  const before = await SupplyHead.find(ctx, {});
  const offers: Offer[] = [];
  for await (const project of listedProjects(ctx)) offers.push(projectOffer(project));
  for await (const patent of offeredPatents(ctx)) offers.push(patentOffer(patent));
  await put(ctx, before, { base: indexOffers(offers), gone: [] });
}

/**
 * Takes projects and patents that changed into the index, as they are now, so that doing it twice is harmless. They stand in a small file beside the large
 * one, which is made anew when many have come together. What is no longer on offer may have been erased with somebody: its text leaves every file at once.
 * @throws Error where another changed the index at the same moment
 */
export async function updateSupply(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const head = await SupplyHead.find(ctx, {});
  if (!head) return rebuildSupply(ctx);
  const changed = [...new Set(ids)];
  const now = await Promise.all(changed.map((id) => offerNow(ctx, id)));
  const entries = now.flatMap((one) => (one?.offered ? [entryOf(one.offer)] : []));
  const offered = new Set(entries.map(({ document }) => document.id));
  const off = changed.filter((id) => !offered.has(id));
  const before = await load(ctx, head.late);
  const late = updated(before, entries, off);
  const gone = [...new Set([...head.gone, ...off])].filter((id) => !offered.has(id));
  const there = async () => {
    const base = await loadBase(ctx, head.base);
    return off.some((id) => aboutIn(base, id) || aboutIn(before, id));
  };
  const purge = off.length > 0 && (await there());
  if (!purge && late.size + gone.length <= mostLate) return put(ctx, head, { late: serialised(late), gone });
  const base = await loadBase(ctx, head.base);
  return put(ctx, head, { base: serialised(updated(base, [...allEntries(late)], gone)), gone: [], purge });
}
