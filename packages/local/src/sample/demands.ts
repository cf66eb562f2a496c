import { getDemand, moveDemand, publishDemand, submitDemand, translateDemand } from "@lingxi/core/demand";
import type { DemandState } from "@lingxi/core/demand/schema";
import type { Ctx } from "@lingxi/core/platform/context";
import { DomainError } from "@lingxi/core/platform/error";
import { dayOf } from "@lingxi/core/platform/time";
import { demandTexts, type SampleDemand } from "./demand-texts.ts";

const yuan = 1_000_000;

/** Invented needs: published as an enterprise would, translated, listed and brokered, but for one that waits for review. */
export async function loadDemands(ctx: Ctx): Promise<void> {
  for (const [n, sample] of demandTexts.entries()) {
    const submission = String(n + 1).padStart(26, "0");
    const demandId = `dem_${submission}`;
    await getDemand(ctx, { demandId }).catch((error) => {
      if (!(error instanceof DomainError && error.code === "not-found")) throw error;
      return submit(ctx, sample, submission, n + 1);
    });
    await finish(ctx, sample, demandId);
  }
}

const submit = (ctx: Ctx, sample: SampleDemand, submission: string, n: number) =>
  submitDemand(ctx, {
    submission,
    secrecy: sample.secrecy ?? "none",
    title: sample.title[0],
    problem: sample.problem[0],
    scenario: sample.scenario[0],
    effect: sample.effect[0],
    indicators: sample.indicators?.map(([name, comparison, value, unit]) => ({ name, comparison, value, unit })),
    chain: sample.chain,
    trl: sample.trl,
    ways: [...sample.ways],
    budgetFrom: sample.budget && sample.budget[0] * yuan,
    budgetTo: sample.budget && sample.budget[1] * yuan,
    deadline: sample.days ? dayOf(new Date(ctx.now().getTime() + sample.days * 86_400_000)) : undefined,
    region: sample.region,
    organisation: sample.organisation,
    name: sample.contact,
    email: `enterprise${n}@example.com`,
    consent: true,
  });

const both = ([zh, en]: readonly [string, string]) => ({ "zh-CN": zh, en });
/** How a need comes to where it stands. */
const ways: Readonly<Record<DemandState, readonly DemandState[]>> = {
  open: [],
  "in-contact": ["in-contact"],
  solved: ["in-contact", "solved"],
  unsolved: ["in-contact", "unsolved"],
};

/** Does what is left of it, so that a start which was killed half-way goes on where it stopped. */
async function finish(ctx: Ctx, sample: SampleDemand, demandId: string): Promise<void> {
  let demand = await getDemand(ctx, { demandId });
  let { version } = demand;
  if (demand.status === "submitted" && !demand.title.en)
    ({ version } = await translateDemand(ctx, {
      demandId,
      version,
      title: both(sample.title),
      problem: both(sample.problem),
      scenario: both(sample.scenario),
      effect: both(sample.effect),
    }));
  if (demand.status === "submitted" && !sample.waiting) await publishDemand(ctx, { demandId, version });
  demand = await getDemand(ctx, { demandId });
  if (demand.status !== "listed") return;
  ({ version } = demand);
  const path = ways[sample.state ?? "open"];
  for (const state of path.slice(path.indexOf(demand.state) + 1))
    ({ version } = await moveDemand(ctx, {
      demandId,
      version,
      state,
      ...(sample.outcome && state === sample.state ? { outcome: both(sample.outcome), shown: true } : {}),
    }));
}
