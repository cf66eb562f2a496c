import type { Ctx } from "../platform/context.ts";
import type { Objects } from "../platform/objects.ts";
import type { Render } from "../platform/render.ts";
import { inBatches } from "./batches.ts";
import { gatheringKeys, type PageKey, thingKey } from "./keys.ts";
import { lookAt } from "./look.ts";
import { make } from "./make.ts";
import { thingKinds } from "./schema.ts";
import { publicIds } from "./sources.ts";

/** A file of the site: where it lies in the store. */
export interface MadeFile {
  readonly key: string;
  readonly body: string;
  readonly type: string;
}

export interface EveryPage {
  readonly pages: number;
  /** What could not be made, at most a hundred, and why. */
  readonly failures: readonly { readonly key: PageKey; readonly why: string }[];
}

const mostFailures = 100;
/** So many things are made from one look at the lists. */
const slice = 200;

/**
 * Makes every page and file of the present content with a renderer and hands them to `write`. Nothing changes by it: not the site, not the
 * store, not the table. Stops after a hundred failures.
 */
export async function makeEvery(ctx: Ctx, render: Render, write: (file: MadeFile) => Promise<void>): Promise<EveryPage> {
  const apart = looking(ctx, render, write);
  const failures: { key: PageKey; why: string }[] = [];
  let pages = 0;
  const makeAll = async (keys: readonly PageKey[]) => {
    const look = await lookAt(apart, keys);
    await inBatches(keys, async (key) => {
      if (failures.length >= mostFailures) return;
      try {
        const made = await make(apart, look.shelf, key, look.things.get(key));
        pages += made.pages;
      } catch (error) {
        failures.push({ key, why: error instanceof Error ? error.message : String(error) });
      }
    });
  };
  for (const kind of thingKinds) {
    let keys: PageKey[] = [];
    for await (const ids of publicIds(apart, kind)) {
      keys.push(...ids.map((id) => thingKey(kind, id)));
      if (keys.length < slice) continue;
      await makeAll(keys);
      keys = [];
    }
    await makeAll(keys);
  }
  await makeAll(gatheringKeys());
  return { pages, failures };
}

/** The same context for one that only looks: what it makes goes to `write`, and whatever would change something is an error. */
function looking(ctx: Ctx, render: Render, write: (file: MadeFile) => Promise<void>): Ctx {
  const never = () => Promise.reject(new Error("whoever only looks changes nothing"));
  const objects: Objects = {
    get: (store, key) => ctx.objects.get(store, key),
    put: (store, key, body, { type }) => (store === "site" ? write({ key, body: String(body), type }) : never()),
    remove: never,
  };
  return {
    ...ctx,
    objects,
    table: { ...ctx.table, write: never },
    async render(input) {
      const made = await render(input);
      if (!made.body.trim()) throw new Error("the page is empty");
      return made;
    },
  };
}
