import * as z from "zod";
import { demandTexts } from "../demand/reactions.ts";
import type { Part } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Page } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { labelled, Paging, Reference } from "../platform/schema.ts";
import { inAll } from "../platform/text.ts";
import { projectTexts } from "../project/reactions.ts";
import { allJudgements, Judgements, judgedPrefix, MatchList, ofDemand, Steps, stepPrefix } from "./entity.ts";
import { needTextOf, offerOf } from "./match-demands.ts";
import { type Judgement, type Match, type Matches, matchMissing } from "./schema.ts";

const mostJudged = 500;
const mostSteps = 500;
const brokers = ["broker", "organiser"] as const;

/** The chain of a need, for roles that hold for certain chains. */
export async function partOf(ctx: Ctx, { demandId }: { demandId: string }): Promise<Part> {
  const demand = await demandTexts(ctx, demandId);
  return { chains: demand && [demand.chain] };
}

/** The shortlist of a need, with what was judged of it and done since. */
export const listMatches = command({
  input: z.object({ demandId: Reference }),
  access: [...brokers, "auditor"],
  scope: partOf,
  async run(ctx, { demandId }): Promise<Matches> {
    const [demand, list, judged, taken] = await Promise.all([
      demandTexts(ctx, demandId),
      MatchList.find(ctx, { demandId }),
      Judgements.list(ctx, { pk: ofDemand(demandId), begins: judgedPrefix, limit: mostJudged }),
      Steps.list(ctx, { pk: ofDemand(demandId), begins: stepPrefix, limit: mostSteps }),
    ]);
    if (!demand) throw new DomainError(matchMissing);
    if (!list) return { likelihood: 0, inadequate: false, items: [] };
    const { madeAt, likelihood, inadequate } = list;
    const items = list.items.map((item): Match => {
      const found = judged.items.find(({ projectId }) => projectId === item.projectId);
      const own = taken.items
        .filter(({ projectId }) => projectId === item.projectId)
        .map(({ step, on, reason, related }) => ({ step, on, related, ...(reason ? { reason } : {}) }));
      return { ...item, ...(found ? { suitable: found.suitable } : {}), ...(own.length ? { steps: own } : {}) };
    });
    return { madeAt, likelihood, inadequate, items };
  },
});

/** Keeps whether a project is what a need is looking for: 合适 or 不合适. The latest word of a pair counts. */
export const judgeMatch = command({
  input: z.object({
    demandId: Reference,
    projectId: Reference,
    suitable: labelled(z.boolean(), "是否合适", "Suitable"),
  }),
  access: brokers,
  scope: partOf,
  async run(ctx, { demandId, projectId, suitable }): Promise<{ suitable: boolean }> {
    const [demand, project] = await Promise.all([demandTexts(ctx, demandId), projectTexts(ctx, projectId)]);
    if (!demand || !project) throw new DomainError(matchMissing);
    const record = { demandId, projectId, suitable, at: ctx.now().toISOString() };
    const write = Judgements.create(ctx, record, { condition: "attribute_exists(pk) OR attribute_not_exists(pk)" });
    await ctx.table.write([write], "");
    return { suitable };
  },
});

/** What was judged, the oldest first, with the texts of both sides, to measure the ranking by. Nothing that is a trade secret of either side leaves. */
export const exportJudgements = command({
  input: Paging,
  access: ["organiser"],
  async run(ctx, { limit, cursor }): Promise<Page<Judgement>> {
    const page = await Judgements.list(ctx, { index: "byState", pk: allJudgements, limit, cursor });
    const items = await Promise.all(
      page.items.map(async ({ demandId, projectId, suitable, at }): Promise<Judgement[]> => {
        const [demand, project] = await Promise.all([demandTexts(ctx, demandId), projectTexts(ctx, projectId)]);
        if (!demand || !project || demand.secrecy !== "none" || project.secrecy !== "none") return [];
        const offer = offerOf(project);
        return [
          {
            need: { id: demandId, title: inAll(demand.title).join("\n"), text: needTextOf(demand) },
            offer: { id: projectId, title: offer.title, text: `${offer.text}\n${offer.more ?? ""}`.trim() },
            suitable,
            at,
          },
        ];
      }),
    );
    return { ...page, items: items.flat() };
  },
});
