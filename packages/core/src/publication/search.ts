import type { Ctx } from "../platform/context.ts";
import { logWrites, saveSnapshot } from "../search/reactions.ts";
import type { SearchChange, SearchDocument } from "../search/schema.ts";
import { documentOf } from "./document.ts";
import { named, nameOf } from "./lists.ts";
import type { MadeThing } from "./make.ts";
import { findThing } from "./sources.ts";

/** Tells the search of things that changed: those just made, and others by name. Telling twice is harmless. */
export async function tellSearch(ctx: Ctx, names: readonly string[], made: readonly MadeThing[]): Promise<void> {
  const known = new Map(made.map((thing) => [nameOf(thing.kind, thing.whole.id), thing]));
  for (const name of new Set([...known.keys(), ...names])) {
    const { kind, id } = named(name);
    const whole = known.get(name)?.whole ?? (await findThing(ctx, kind, id));
    const document = whole && documentOf({ kind, whole } as MadeThing, ctx.now());
    const change: SearchChange = document ? { document } : { id: name, gone: true };
    for (const write of await logWrites(ctx, [change])) await ctx.table.write([write], "");
  }
}

async function* documents(ctx: Ctx, things: AsyncIterable<MadeThing>): AsyncGenerator<SearchDocument> {
  for await (const thing of things) {
    const document = documentOf(thing, ctx.now());
    if (document) yield document;
  }
}

/** Makes the search's index anew from all that is public. */
export const indexSite = (ctx: Ctx, things: AsyncIterable<MadeThing>): Promise<unknown> =>
  saveSnapshot(ctx, documents(ctx, things));
