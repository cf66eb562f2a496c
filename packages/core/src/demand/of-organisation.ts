import * as z from "zod";
import { noteThing } from "../organisation/reactions.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Localised } from "../platform/text.ts";
import { Demand } from "./entity.ts";
import { demandLink } from "./link.ts";
import type { DemandStatus } from "./schema.ts";

/** Notes for which organisation a need stands, as it says now. */
export const noteDemandOrganisation = command({
  input: z.object({ demandId: z.string() }),
  access: "system",
  async run(ctx, { demandId: id }): Promise<void> {
    const demand = await Demand.find(ctx, { id });
    if (demand) await noteThing(ctx, "demand", id, demand.creditCode);
  },
});

/** What members of its organisation see of a need: nothing of whom to reach. */
export interface DemandBrief {
  readonly id: string;
  readonly title: Localised;
  readonly status: DemandStatus;
  readonly since: string;
  /** The page of the one who submitted it, for that person alone. */
  readonly page?: string;
}

/** At most 100, those that there are, the latest first. */
export async function briefDemands(ctx: Ctx, ids: readonly string[], people: readonly string[]): Promise<DemandBrief[]> {
  const items = ids.length ? await ctx.table.getMany(ids.map((id) => Demand.key({ id }))) : [];
  return items
    .map((item) => Demand.read(item))
    .map((demand) => ({
      id: demand.id,
      title: demand.title,
      status: demand.status,
      since: demand.since,
      ...(demand.person && people.includes(demand.person) ? { page: `/my/demands/${demandLink.token(ctx, demand)}` } : {}),
    }))
    .sort((a, b) => b.since.localeCompare(a.since));
}
