import type { Ctx } from "../platform/context.ts";
import { Profile, type ProfileRecord } from "./entity.ts";

/** What others who take part see of somebody. */
export interface Shown {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly brings: string;
  readonly seeks?: string | undefined;
  readonly chains: readonly string[];
}

export const shown = ({ id, name, organisation, brings, seeks, chains }: ProfileRecord): Shown => ({
  ...{ id, name, organisation, brings, chains },
  ...(seeks ? { seeks } : {}),
});

/** The profiles of these people, by person; who left is there without a name. */
export async function profilesBy(
  ctx: Ctx,
  activityId: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, ProfileRecord>> {
  const found = new Map<string, ProfileRecord>();
  const asked = [...new Set(people)];
  for (let at = 0; at < asked.length; at += 100) {
    const keys = asked.slice(at, at + 100).map((person) => Profile.key({ activityId, person }));
    for (const item of await ctx.table.getMany(keys, true)) found.set(String(item.person), Profile.read(item));
  }
  return found;
}
