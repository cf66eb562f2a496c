import * as z from "zod";
import { command } from "../platform/command.ts";
import { save } from "../platform/entity.ts";
import { changedMeanwhile, DomainError } from "../platform/error.ts";
import { reviewStep } from "../platform/review.ts";
import { labelled, prose } from "../platform/schema.ts";
import { dayOf } from "../platform/time.ts";
import { Demand } from "./entity.ts";
import { daysAfter, mayStep, reviewDays } from "./policy.ts";
import { DemandTexts, demandMissing, demandStep } from "./schema.ts";
import { partOf } from "./scope.ts";

const reviewers = ["reviewer", "organiser"] as const;
const step = reviewStep({ entity: Demand, mayStep, missing: demandMissing, refused: demandStep });
const Versioned = z.object({ demandId: z.string().max(40), version: z.int() });
const said = (zh: string, en: string) => labelled(prose(2000), zh, en);

/** Asks the enterprise for changes, and says which. */
export const requestDemandChanges = command({
  input: Versioned.extend({ remark: said("修改意见", "What to change") }),
  access: reviewers,
  scope: partOf,
  run: (ctx, { demandId: id, version, remark }) => step(ctx, { id, version }, "changes-requested", { remark }),
});

/** Lists a need: its page appears, and it is open for solutions. One that was listed before and then changed stands where it stood. */
export const publishDemand = command({
  input: Versioned,
  access: reviewers,
  scope: partOf,
  async run(ctx, { demandId: id, version }) {
    const now = ctx.now().toISOString();
    const { listedAt = now, state, stateSince = now } = await Demand.get(ctx, { id }, demandMissing);
    const reviewOn = daysAfter(dayOf(ctx.now()), reviewDays);
    return step(ctx, { id, version }, "listed", {
      ...{ listedAt, state, stateSince, reviewOn },
      ...{ confirmedAt: now, stale: undefined, remark: undefined },
    });
  },
});

/** Declines a need for good, and says why. */
export const declineDemand = command({
  input: Versioned.extend({ remark: said("未通过的理由", "Reason") }),
  access: reviewers,
  scope: partOf,
  run: (ctx, { demandId: id, version, remark }) => step(ctx, { id, version }, "declined", { remark }),
});

/** Takes a need back for the organiser, and says why: a listed one's page goes away. */
export const withdrawDemand = command({
  input: Versioned.extend({ remark: said("撤回的理由", "Reason") }),
  access: reviewers,
  scope: partOf,
  run: (ctx, { demandId: id, version, remark }) => step(ctx, { id, version }, "withdrawn", { remark }),
});

/** Sets the texts in both languages, which gives readers of the other one a translation. A text that the need does not have is not added. */
export const translateDemand = command({
  input: Versioned.extend(DemandTexts.shape),
  access: reviewers,
  scope: partOf,
  async run(ctx, { demandId, version, title, problem, scenario, effect }): Promise<{ version: number }> {
    const demand = await Demand.get(ctx, { id: demandId }, demandMissing);
    if (demand.version !== version) throw new DomainError(changedMeanwhile);
    if (demand.status === "declined" || demand.status === "withdrawn") throw new DomainError(demandStep);
    const texts = {
      title,
      problem,
      scenario: demand.scenario && (scenario ?? demand.scenario),
      effect: demand.effect && (effect ?? demand.effect),
    };
    await save(ctx, Demand.change(ctx, demand, texts));
    return { version: version + 1 };
  },
});
