import type { Ctx } from "../platform/context.ts";
import type { MadeThing } from "./make.ts";

export async function tellSearch(_ctx: Ctx, _names: readonly string[], _changed: readonly MadeThing[]): Promise<void> {}

export async function indexSite(_ctx: Ctx): Promise<void> {}
