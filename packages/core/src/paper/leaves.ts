import { leverNames, type PublicCase } from "../cases/schema.ts";
import { fill, type Locale, type Localised, say } from "../platform/text.ts";
import { type PublicProject, readinessLevels } from "../project/schema.ts";
import { inLocale, paths } from "../publication/schema.ts";
import { blocksOf } from "./blocks.ts";
import type { Fact, Leaf, Said, Section } from "./leaf.ts";
import { chainNames, dayText, listText, priceText, wayWords, words } from "./words.ts";

/** A text with its language, where that is not the reader's. */
export const said = (text: Localised, locale: Locale): Said =>
  locale === "en" && !text.en ? { text: text["zh-CN"], lang: "zh-CN" } : { text: say(text, locale) };

/** Running text under a heading, which is left out where the text begins with one of its own; none when there is no text. */
export function section(heading: string, text: Localised | undefined, locale: Locale): Section[] {
  if (!text) return [];
  const { text: shown, lang } = said(text, locale);
  const blocks = blocksOf(shown, lang ?? locale);
  if (!blocks.length) return [];
  return [{ ...(blocks[0]?.as === "heading" ? {} : { heading }), blocks, lang }];
}

export const fact = (label: keyof typeof words, value: string, locale: Locale): Fact[] =>
  value ? [{ label: words[label][locale], value }] : [];

export function caseLeaf(one: PublicCase, locale: Locale, origin: string): Leaf {
  const steps = (one.timeline ?? []).map(({ date, text }) => ({ as: "step" as const, mark: date, text: say(text, locale) }));
  return {
    locale,
    name: words.name[locale],
    label: words.case[locale],
    title: said(one.title, locale),
    summary: said(one.summary, locale),
    facts: [
      ...fact("chains", listText(chainNames(one.chains, locale), locale), locale),
      ...fact(
        "levers",
        listText(
          (one.levers ?? []).map((lever) => leverNames[lever][locale]),
          locale,
        ),
        locale,
      ),
      ...fact("published", dayText(one.publishedAt, locale), locale),
    ],
    figures: (one.measures ?? []).map(({ label, value }) => ({ label: say(label, locale), value })),
    sections: [
      ...(steps.length ? [{ heading: words.timeline[locale], blocks: steps }] : []),
      ...section(words.body[locale], one.body, locale),
      ...section(words.conditions[locale], one.conditions, locale),
    ],
    address: origin + inLocale(paths.case(one.slug), locale),
    updatedAt: one.updatedAt,
  };
}

export function projectLeaf(project: PublicProject, locale: Locale, origin: string): Leaf {
  const { problem, advantage, economics, confidential, asking } = project;
  const meaning = readinessLevels.find(({ level }) => level === project.trl)?.meaning[locale] ?? "";
  return {
    locale,
    name: words.name[locale],
    label: words.project[locale],
    title: said(project.title, locale),
    facts: [
      ...fact("supplier", project.supplier, locale),
      ...fact("chains", listText(chainNames([project.chain], locale), locale), locale),
      ...fact("readiness", fill(words.level[locale], { n: project.trl, meaning }), locale),
      ...fact(
        "ways",
        listText(
          project.ways.map((way) => wayWords[way][locale]),
          locale,
        ),
        locale,
      ),
      ...(asking ? fact("asking", priceText(asking, locale), locale) : fact("price", words.askingOpen[locale], locale)),
      ...fact("listed", dayText(project.listedAt, locale), locale),
    ],
    figures: [],
    sections: [
      ...section(words.problem[locale], problem, locale),
      // Of a trade secret both texts are the same sentence, which says how the details are given.
      ...(confidential
        ? section(words.withheld[locale], advantage, locale)
        : [...section(words.advantage[locale], advantage, locale), ...section(words.economics[locale], economics, locale)]),
    ],
    address: origin + inLocale(paths.project(project.id), locale),
    updatedAt: project.updatedAt,
  };
}
