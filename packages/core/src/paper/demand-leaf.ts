import type { PublicDemand } from "../demand/schema.ts";
import { fill, type Locale } from "../platform/text.ts";
import { formatDay } from "../platform/time.ts";
import { readinessLevels } from "../project/schema.ts";
import { inLocale, paths } from "../publication/schema.ts";
import type { Block, Leaf, Section } from "./leaf.ts";
import { fact, said, section } from "./leaves.ts";
import { chainNames, comparisonWords, dayText, listText, priceText, stateWords, wayWords, words } from "./words.ts";

/** A need on paper: what is public of it. Of a trade secret the problem says how the rest is given, and there are no figures. */
export function demandLeaf(demand: PublicDemand, locale: Locale, origin: string): Leaf {
  const { trl, budget, deadline } = demand;
  const meaning = readinessLevels.find(({ level }) => level === trl)?.meaning[locale] ?? "";
  return {
    locale,
    name: words.name[locale],
    label: words.demand[locale],
    title: said(demand.title, locale),
    facts: [
      ...fact("seeker", demand.organisation, locale),
      ...fact("chains", listText(chainNames([demand.chain], locale), locale), locale),
      ...fact("state", stateWords[demand.state][locale], locale),
      ...fact("budget", budget ? priceText(budget, locale) : words.askingOpen[locale], locale),
      ...fact("deadline", deadline ? fill(words.wantedBy[locale], { day: formatDay(deadline, locale) }) : "", locale),
      ...fact("readinessAsked", trl ? fill(words.level[locale], { n: trl, meaning }) : "", locale),
      ...fact(
        "ways",
        listText(
          demand.ways.map((way) => wayWords[way][locale]),
          locale,
        ),
        locale,
      ),
      ...fact("published", dayText(demand.listedAt, locale), locale),
    ],
    figures: [],
    sections: [
      ...section(words.wanted[locale], demand.problem, locale),
      ...indicators(demand, locale),
      ...section(words.scenario[locale], demand.scenario, locale),
      ...section(words.effect[locale], demand.effect, locale),
      ...section(words.outcome[locale], demand.outcome, locale),
    ],
    address: origin + inLocale(paths.demand(demand.id), locale),
    updatedAt: demand.updatedAt,
  };
}

function indicators({ indicators: all }: PublicDemand, locale: Locale): Section[] {
  if (!all.length) return [];
  const colon = locale === "en" ? ": " : "：";
  const blocks = all.map(
    ({ name, comparison, value, unit }): Block => ({
      as: "item",
      mark: "•",
      text: `${name}${colon}${`${fill(comparisonWords[comparison], { value })} ${unit}`.trim()}`,
    }),
  );
  return [{ heading: words.indicators[locale], blocks }];
}
