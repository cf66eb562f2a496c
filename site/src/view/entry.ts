import type { Localised } from "@lingxi/core/platform/text";
import { fill } from "@lingxi/core/platform/text";
import type { AnyEntry, Entry, Kind, Summaries } from "@lingxi/core/publication/schema";
import { regions } from "@lingxi/core/taxonomy/schema";
import { dateText, dayText, instantText } from "./date.ts";
import { budgetText } from "./money.ts";
import { brief, type Said, type View } from "./page.ts";

/** A region's name in the page's language; an unknown one as it is. */
export const regionName = (view: View, region: string): string =>
  Object.hasOwn(regions, region) ? regions[region as keyof typeof regions][view.locale] : region;

/** What a thing of any kind is called. */
export function nameOf(view: View, { kind, thing }: AnyEntry): Said {
  return kind === "talents" ? view.plain(thing.name) : view.said(thing.title);
}

/** What it is about, in a sentence or two; empty where nothing is said. */
export function gistOf(view: View, { kind, thing }: AnyEntry): Said {
  const short = (text: Localised): Said => {
    const said = view.said(text);
    return { ...said, text: brief(said.text, view.locale === "en" ? 180 : 90) };
  };
  if (kind === "activities" || kind === "cases" || kind === "pages" || kind === "newsletters") return short(thing.summary);
  return short(kind === "talents" ? thing.introduction : thing.problem);
}

/** The few facts by which it is told from its neighbours, where all kinds stand together. */
export function factsOf(view: View, { kind, thing }: AnyEntry): Said[] {
  const { words, locale, chainName, plain } = view;
  const place = (region: string | undefined) => (region ? [regionName(view, region)] : []);
  const own = (...texts: (string | readonly string[])[]): Said[] => texts.flat().map((text) => ({ text }));
  switch (kind) {
    case "activities":
      return own(
        instantText(thing.startsAt, locale, thing.timeZone),
        words.activities.kind[thing.kind],
        place(thing.region),
        words.activities.availability[thing.availability],
      );
    case "projects":
      return [
        ...own(chainName(thing.chain), fill(words.trl.short, { n: thing.trl }), place(thing.region)),
        plain(thing.supplier),
      ];
    case "demands":
      return own(
        chainName(thing.chain),
        words.demand.state[thing.state],
        thing.budget ? budgetText(thing.budget, locale) : words.demand.budgetOpen,
        thing.deadline ? fill(words.demand.by, { date: dateText(thing.deadline, locale) }) : [],
        place(thing.region),
      );
    case "pages":
      return own(dayText(thing.updatedAt, locale));
    case "newsletters":
      return own(dayText(thing.publishedAt, locale));
    case "cases":
      return own(thing.chains.map(chainName), dayText(thing.publishedAt, locale));
    default:
      return [thing.title, thing.organisation].filter(Boolean).map(plain);
  }
}

/** Things of one kind as entries of a list. */
export const entriesOf = <K extends Kind>(kind: K, things: readonly Summaries[K][]): Extract<Entry, { kind: K }>[] =>
  things.map((thing) => ({ kind, thing }) as unknown as Extract<Entry, { kind: K }>);
