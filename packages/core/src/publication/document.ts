import MarkdownIt from "markdown-it";
import type { PublicCase } from "../cases/schema.ts";
import type { Localised } from "../platform/text.ts";
import type { SearchDocument } from "../search/schema.ts";
import { nameOf, placed, summaryOf, titleOf } from "./lists.ts";
import type { MadeThing } from "./make.ts";
import type { AnyEntry, AnySummaries, ThingKind } from "./schema.ts";
import type { Things } from "./sources.ts";

const markdown = new MarkdownIt({ html: false, linkify: false });

/** The words of a Markdown text, a line for each block. */
function words(text: string): string {
  return markdown
    .parse(text, {})
    .flatMap(({ type, children, content }) =>
      type === "inline"
        ? (children ?? [])
            .map((one) => (one.type === "softbreak" || one.type === "hardbreak" ? " " : one.type === "image" ? "" : one.content))
            .join("")
        : type === "fence" || type === "code_block"
          ? content
          : [],
    )
    .join("\n");
}

const inBoth = (make: (locale: "zh-CN" | "en") => string): Localised => {
  const en = make("en");
  return { "zh-CN": make("zh-CN"), ...(en ? { en } : {}) };
};
const joined = (...texts: (Localised | undefined)[]): Localised =>
  inBoth((locale) => texts.flatMap((text) => text?.[locale] || []).join("\n"));
const plain = (text: Localised): Localised => inBoth((locale) => words(text[locale] ?? ""));

/** The texts by which a thing is found, besides its title: who it is of, what it says in short, and all of it. */
function texts({ kind, whole }: MadeThing): { names: readonly string[]; summary: Localised; body: Localised } {
  switch (kind) {
    case "activities":
      return { names: [], summary: whole.summary, body: joined(plain(whole.description), whole.venue, ...agendaTexts(whole)) };
    case "projects":
      return { names: [whole.supplier], summary: whole.problem, body: joined(whole.advantage, whole.economics) };
    case "demands": {
      const asked = whole.indicators
        .map(({ name, comparison, value, unit }) => `${name} ${comparison} ${value} ${unit}`)
        .join("\n");
      return {
        names: [whole.organisation],
        summary: whole.problem,
        body: joined(whole.scenario, whole.effect, { "zh-CN": asked }),
      };
    }
    case "cases":
      return { names: [], summary: whole.summary, body: caseText(whole) };
    case "pages":
    case "newsletters":
      return { names: [], summary: whole.summary, body: plain(whole.body) };
    default:
      return { names: [whole.name, whole.organisation, ...whole.expertise], summary: whole.introduction, body: { "zh-CN": "" } };
  }
}

/** What of an agenda one may look for: its sessions, and who speaks. */
const agendaTexts = ({ agenda }: Things["activities"]): (Localised | undefined)[] =>
  agenda
    ? [
        ...agenda.sessions.flatMap(({ title, summary }) => [title, summary]),
        ...agenda.speakers.flatMap(({ name, about }) => [name, about]),
      ]
    : [];

function caseText({ body, measures, timeline, conditions }: PublicCase): Localised {
  return joined(
    plain(body),
    ...(measures ?? []).map(({ label, value }) => inBoth((locale) => (label[locale] ? `${label[locale]} ${value}` : ""))),
    ...(timeline ?? []).map(({ text }) => text),
    conditions,
  );
}

/** The next activity stands before the later ones, those that are over after them; everything else newest first. */
function orderOf(list: string, sort: string): string {
  if (list !== "activities:ahead") return `1${sort}`;
  const inverted = new Date(9_999_999_999_999 - Date.parse(sort)).toISOString();
  return `2${inverted}`;
}

/** A thing as it can be searched for; undefined when no list shows it. What a hit hands out is the thing as lists show it. */
export function documentOf(thing: MadeThing, now: Date): SearchDocument | undefined {
  const { kind, whole } = thing;
  const { places, facets } = placed(kind, whole as Things[ThingKind], now);
  const [place] = places;
  if (!place || place.list === "activities:off") return undefined;
  const summary = summaryOf(kind, whole as Things[ThingKind]);
  return {
    id: nameOf(kind, whole.id),
    kind,
    title: titleOf({ kind, thing: whole } as AnyEntry),
    ...texts(thing),
    facets: facets as SearchDocument["facets"],
    order: orderOf(place.list, place.sort),
    payload: JSON.stringify(summary satisfies AnySummaries[ThingKind]),
  };
}
