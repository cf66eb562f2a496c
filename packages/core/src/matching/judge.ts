import * as z from "zod";
import { demandTexts, type MatchedDemand } from "../demand/reactions.ts";
import type { Part } from "../platform/actor.ts";
import { command } from "../platform/command.ts";
import type { Ctx } from "../platform/context.ts";
import type { Page } from "../platform/entity.ts";
import { DomainError } from "../platform/error.ts";
import { labelled, Paging, Reference } from "../platform/schema.ts";
import { inAll } from "../platform/text.ts";
import { talentTexts } from "../talent/reactions.ts";
import { allJudgements, Judgements, judgedPrefix, MatchList, ofDemand, Steps, stepPrefix } from "./entity.ts";
import { offerNow } from "./offer-now.ts";
import { needOf, needTextOf, reasonsFor } from "./reasons.ts";
import { type Judgement, type Match, type Matches, matchMissing } from "./schema.ts";
import { talentOffer } from "./supplied.ts";
import { toStep } from "./to-step.ts";

const mostJudged = 500;
const mostSteps = 500;
const brokers = ["broker", "organiser"] as const;

/** The chain of a need, for roles that hold for certain chains. */
export async function partOf(ctx: Ctx, { demandId }: { demandId: string }): Promise<Part> {
  const demand = await demandTexts(ctx, demandId);
  return { chains: demand && [demand.chain] };
}

/** What is said of an expert is looked up each time, for it is theirs; one who is not in public any more stands on no list. */
async function withPerson(ctx: Ctx, demand: MatchedDemand, item: Match): Promise<Match[]> {
  if (item.kind !== "talent") return [item];
  const talent = await talentTexts(ctx, item.offerId);
  if (!talent) return [];
  const { name, organisation, expertise } = talent;
  const reasons = reasonsFor(needOf(demand), talentOffer(talent), () => 1);
  return [
    {
      ...item,
      title: { "zh-CN": `${name}（${expertise.join("、")}）`, en: `${name} (${expertise.join(", ")})` },
      organisation,
      ...reasons,
    },
  ];
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
    const items = (await Promise.all(list.items.map((item) => withPerson(ctx, demand, item)))).flat().map((item): Match => {
      const found = judged.items.find(({ offerId }) => offerId === item.offerId);
      const own = taken.items.filter(({ offerId, takenBack }) => offerId === item.offerId && !takenBack).map(toStep);
      return { ...item, ...(found ? { suitable: found.suitable } : {}), ...(own.length ? { steps: own } : {}) };
    });
    return { madeAt, likelihood, inadequate, items };
  },
});

/** Keeps whether an offer is what a need is looking for: 合适 or 不合适. The latest word of a pair counts. */
export const judgeMatch = command({
  input: z.object({
    demandId: Reference,
    offerId: Reference,
    suitable: labelled(z.boolean(), "是否合适", "Suitable"),
  }),
  access: brokers,
  scope: partOf,
  async run(ctx, { demandId, offerId, suitable }): Promise<{ suitable: boolean }> {
    const [demand, offer] = await Promise.all([demandTexts(ctx, demandId), offerNow(ctx, offerId)]);
    if (!demand || !offer) throw new DomainError(matchMissing);
    const record = { demandId, offerId, suitable, at: ctx.now().toISOString() };
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
      page.items.map(async ({ demandId, offerId, suitable, at }): Promise<Judgement[]> => {
        const [demand, supplied] = await Promise.all([demandTexts(ctx, demandId), offerNow(ctx, offerId)]);
        if (!demand || !supplied || demand.secrecy !== "none" || supplied.secret) return [];
        const { offer } = supplied;
        return [
          {
            need: { id: demandId, title: inAll(demand.title).join("\n"), text: needTextOf(demand) },
            offer: { id: offerId, title: offer.title, text: `${offer.text}\n${offer.more ?? ""}`.trim() },
            suitable,
            at,
          },
        ];
      }),
    );
    return { ...page, items: items.flat() };
  },
});
