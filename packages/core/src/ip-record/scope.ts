import type { Part } from "../platform/actor.ts";
import type { Ctx } from "../platform/context.ts";
import { Patent } from "./entity.ts";

/** What a call for one patent touches, for roles that hold for certain chains. */
export async function partOf(ctx: Ctx, { patentId }: { patentId: string }): Promise<Part> {
  const patent = await Patent.find(ctx, { id: patentId });
  return { chains: patent?.chain ? [patent.chain] : [] };
}
