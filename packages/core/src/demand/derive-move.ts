import * as z from "zod";
import { changeNow } from "../platform/change-now.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { Demand, type DemandRecord } from "./entity.ts";
import { looks } from "./policy.ts";
import { demandMissing, demandStep } from "./schema.ts";
import { partOf } from "./scope.ts";

/** What happened to a pair, and when; the instant is ISO 8601. */
interface Happened {
  readonly demandId: string;
  readonly offerId: string;
  readonly at: string;
}

/** Whether a person has said where the need stands since something happened: then their word stays. */
const decided = (demand: DemandRecord, at: string) => demand.decidedAt !== undefined && demand.decidedAt >= at;

/** Both sides of a pair were asked: an open need is in contact. Delivered twice or late it changes nothing. */
export const noteContact = (ctx: Ctx, { demandId: id, offerId, at }: Happened) =>
  changeNow(ctx, Demand, { id }, (demand) =>
    demand.status === "listed" && demand.state === "open" && !decided(demand, at)
      ? { state: "in-contact" as const, stateSince: ctx.now().toISOString(), movedFor: { offerId, at } }
      : undefined,
  );

/** The two sides of a pair agreed: a person is asked whether the need is solved; it stays where it is. */
export const proposeSolved = (ctx: Ctx, { demandId: id, offerId, at }: Happened) =>
  changeNow(ctx, Demand, { id }, (demand) =>
    looks(demand) && !decided(demand, at) && !demand.proposal ? { proposal: { offerId, at } } : undefined,
  );

/** A person says that a need is not solved by what was agreed: it is not proposed again for what happened until now. */
export const dismissProposal = command({
  input: z.object({ demandId: z.string().max(40), version: z.int() }),
  access: ["organiser", "broker"],
  scope: partOf,
  async run(ctx, { demandId, version }): Promise<{ version: number }> {
    const demand = await Demand.get(ctx, { id: demandId }, demandMissing);
    if (demand.version !== version) throw new DomainError(changedMeanwhile);
    if (!demand.proposal) throw new DomainError(demandStep);
    await save(ctx, Demand.change(ctx, demand, { proposal: undefined, decidedAt: ctx.now().toISOString() }));
    return { version: version + 1 };
  },
});
