import { eraseRegistrations, heldRegistrations } from "../activity/reactions.ts";
import { eraseContacts, heldContacts } from "../campaign/reactions.ts";
import type { Holding } from "../consent/schema.ts";
import { eraseDemands, heldDemands } from "../demand/reactions.ts";
import type { Ctx } from "../platform/context.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { eraseProjects, heldProjects } from "../project/reactions.ts";
import { eraseTalent, heldTalent } from "../talent/reactions.ts";

type People = readonly string[];

/** Every place that holds something on people, and how it is erased there. */
const places: Readonly<
  Record<
    Holding["kind"],
    { held(ctx: Ctx, people: People): Promise<Holding[]>; erase(ctx: Ctx, people: People, only?: string): Promise<number> }
  >
> = {
  registration: { held: heldRegistrations, erase: eraseRegistrations },
  project: { held: heldProjects, erase: eraseProjects },
  demand: { held: heldDemands, erase: eraseDemands },
  talent: { held: heldTalent, erase: eraseTalent },
  contact: { held: heldContacts, erase: eraseContacts },
};

export const heldOn = async (ctx: Ctx, people: People): Promise<Holding[]> =>
  (await Promise.all(Object.values(places).map(({ held }) => held(ctx, people)))).flat();

/** Erases one thing that is held on a person. */
export const eraseOne = (ctx: Ctx, people: People, kind: Holding["kind"], id: string) =>
  insisting(() => places[kind].erase(ctx, people, id));

/** Erases all of it. Doing it twice changes nothing. */
export async function eraseAll(ctx: Ctx, people: People): Promise<number> {
  let erased = 0;
  for (const { erase } of Object.values(places)) erased += await insisting(() => erase(ctx, people));
  return erased;
}

/** A record that changed while it was being erased, perhaps by the same wish sent twice, is looked at anew. */
async function insisting(erase: () => Promise<number>): Promise<number> {
  for (let attempt = 1; ; attempt++)
    try {
      return await erase();
    } catch (error) {
      if (!(error instanceof DomainError) || error.reason !== changedMeanwhile.reason || attempt >= 6) throw error;
    }
}
