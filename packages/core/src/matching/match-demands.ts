import { isDeepStrictEqual } from "node:util";
import { demandTexts, lookingDemands, type MatchedDemand } from "../demand/reactions.ts";
import { amountOf } from "../demand/schema.ts";
import type { Ctx } from "../platform/context.ts";
import { inAll } from "../platform/text.ts";
import { listedProjects, type MatchedProject } from "../project/reactions.ts";
import { type Library, rarities } from "../search/index.ts";
import { MatchList, type MatchListRecord } from "./entity.ts";
import { explain } from "./explain.ts";
import { indexOffers, type Offer, openOffers } from "./offer.ts";
import type { Match } from "./schema.ts";
import { shortlist } from "./shortlist.ts";

const longestList = 10;
const mostPhrases = 12;

/** What is on offer, ready to be ranked. */
interface Supply {
  readonly library: Library;
  readonly projects: ReadonlyMap<string, MatchedProject>;
}

export const offerOf = ({ id, title, problem, more }: MatchedProject): Offer => ({
  id,
  title: inAll(title).join("\n"),
  text: problem.join("\n"),
  more: more.join("\n"),
});

export const needTextOf = ({ texts, indicators }: MatchedDemand): string =>
  [...texts, ...indicators.map(({ name }) => name)].join("\n");

async function supplyOf(ctx: Ctx): Promise<Supply> {
  const projects = new Map<string, MatchedProject>();
  for await (const project of listedProjects(ctx)) projects.set(project.id, project);
  return { library: openOffers(indexOffers([...projects.values()].map(offerOf))), projects };
}

function matchesOf(
  demand: MatchedDemand,
  { library, projects }: Supply,
): Pick<MatchListRecord, "likelihood" | "inadequate" | "items"> {
  const title = inAll(demand.title).join("\n");
  const need = { ...demand, title, text: needTextOf(demand) };
  const rarity = rarities(library);
  const { hits, likelihood, inadequate } = shortlist(library, need, (id) => projects.get(id), longestList);
  const items = hits.flatMap(({ id, score }): Match[] => {
    const project = projects.get(id);
    if (!project) return [];
    const { trl, askingFrom, region, ways } = project;
    const offer = { ...offerOf(project), trl, askingFrom, region, ways };
    const { phrases, indicators, conditions } = explain(need, offer, rarity);
    return [
      {
        ...{ projectId: id, title: project.title, organisation: project.organisation },
        score: Math.round(score * 1000) / 1000,
        phrases: phrases
          .slice(0, mostPhrases)
          .map(({ phrase, passage }) => ({ phrase, ...(passage ? { passage: passage.text } : {}) })),
        indicators: indicators.map(({ indicator, verdict, found, gap, passage }) => ({
          indicator: `${indicator.name} ${amountOf(indicator)}`,
          verdict,
          ...(found === undefined ? {} : { found }),
          ...(gap === undefined ? {} : { gap }),
          ...(passage ? { passage: passage.text } : {}),
        })),
        conditions,
      },
    ];
  });
  return { likelihood: Math.round(likelihood * 100) / 100, inadequate, items };
}

/** Keeps a shortlist; one that says the same is left alone, so that the trail tells of changes only. */
async function keep(ctx: Ctx, { id: demandId, chain }: MatchedDemand, made: ReturnType<typeof matchesOf>): Promise<void> {
  const before = await MatchList.find(ctx, { demandId });
  const { likelihood, inadequate, items } = before ?? {};
  if (isDeepStrictEqual({ likelihood, inadequate, items }, made)) return;
  const record = { demandId, chain, madeAt: ctx.now().toISOString(), ...made };
  const write = before ? MatchList.change(ctx, before, record) : MatchList.create(ctx, record);
  await ctx.table.write([write], "");
}

/** What is left of a shortlist whose need was taken back: it may have quoted what was hidden. */
const nothing = { likelihood: 0, inadequate: false, items: [] };

/**
 * Makes the shortlists of these needs anew, or with `all` of every need that looks for somebody. That of a need that is not public any more is
 * emptied; that of a closed one stays as it was. Doing it twice is harmless. @throws ConditionFailed when another did it at the same moment
 */
export async function matchDemands(ctx: Ctx, { demandIds, all }: { demandIds: readonly string[]; all: boolean }): Promise<void> {
  let supply: Supply | undefined;
  const done = new Set<string>();
  const one = async (demand: MatchedDemand) => {
    done.add(demand.id);
    supply ??= await supplyOf(ctx);
    await keep(ctx, demand, matchesOf(demand, supply));
  };
  if (all) for await (const demand of lookingDemands(ctx)) await one(demand);
  for (const id of new Set(demandIds)) {
    const demand = done.has(id) ? undefined : await demandTexts(ctx, id);
    if (demand?.looking) await one(demand);
    else if (demand && !demand.listed && (await MatchList.find(ctx, { demandId: id }))) await keep(ctx, demand, nothing);
  }
}
