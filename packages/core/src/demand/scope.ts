import type { Part } from "../platform/actor.ts";
import type { Ctx } from "../platform/context.ts";
import { Demand } from "./entity.ts";

/** What a call for one need touches, for roles that hold for certain chains. */
export async function partOf(ctx: Ctx, { demandId }: { demandId: string }): Promise<Part> {
  const demand = await Demand.find(ctx, { id: demandId });
  return { chains: demand && [demand.chain] };
}
