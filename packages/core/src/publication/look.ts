import type { Ctx } from "../platform/context.ts";
import { gathering } from "../platform/gather.ts";
import type { Move } from "./around.ts";
import { inBatches } from "./batches.ts";
import { type PageKey, thingKey } from "./keys.ts";
import { named, placed } from "./lists.ts";
import type { MadeThing } from "./make.ts";
import { askingFor, type Shelf, shelf } from "./shelf.ts";
import { findThing } from "./sources.ts";

/** What pages are made from: the shelf, and the things whose pages are among them. */
export interface Look {
  readonly shelf: Shelf;
  /** A thing that is not here is looked for by whoever makes its page. */
  readonly things: ReadonlyMap<PageKey, MadeThing>;
}

/** So many are read together; the table gives a hundred at once. */
const together = 100;

/** Looks once at all that pages of these keys will show, each thing once and lists by the stretch. @param given things that were just read */
export async function lookAt(
  ctx: Ctx,
  keys: readonly PageKey[],
  given: readonly MadeThing[] = [],
  moves: readonly Move[] = [],
): Promise<Look> {
  const reading = gathering(ctx);
  const things = new Map(given.map((thing) => [thingKey(thing.kind, thing.whole.id), thing]));
  const missing = keys.filter((key) => key.startsWith("thing:") && !things.has(key));
  const read = async (key: PageKey) => {
    const { kind, id } = named(key.slice("thing:".length));
    // What cannot be read keeps no other from being made; it fails where its page is made.
    const whole = await findThing(reading, kind, id).catch(() => undefined);
    if (whole) things.set(key, { kind, whole } as MadeThing);
  };
  await inBatches(missing, read, together);
  const places = keys.flatMap((key) => {
    const thing = things.get(key);
    return thing ? placed(thing.kind, thing.whole, ctx.now()) : [];
  });
  return { shelf: shelf(reading, moves, askingFor(places)), things };
}
