import type { Ctx } from "../platform/context.ts";
import type { Kind } from "./schema.ts";
import type { Things } from "./sources.ts";

export async function tellSearch(
  _ctx: Ctx,
  _changed: ReadonlySet<string>,
  _shown: ReadonlyMap<string, { kind: Kind; whole: Things[Kind] }>,
): Promise<void> {}

export async function indexSite(_ctx: Ctx): Promise<void> {}
