import { decodeTime } from "ulid";
import type { PublicIssue } from "../campaign/issue-schema.ts";
import type { PublicCase, PublicPage } from "../cases/schema.ts";
import type { Localised } from "../platform/text.ts";
import type { EntryRecord, Place } from "./entity.ts";
import { type AnyEntry, type AnySummaries, type FacetName, type Kind, pathOf, paths, type ThingKind } from "./schema.ts";
import type { Things } from "./sources.ts";

/**
 * The lists of the site. A thing stands in the whole list of its kind, in that of each of its chains (`projects@titanium`), and in that of
 * what names things of a kind (`ref@projects`), once for each thing it names, sorted by that first. Activities have
 * three whole lists, by the clock; `activities:off` is in no page.
 */
export const wholeLists: Readonly<Record<ThingKind, readonly string[]>> = {
  activities: ["activities:ahead", "activities:past", "activities:off"],
  projects: ["projects"],
  demands: ["demands"],
  cases: ["cases"],
  talents: ["talents"],
  pages: ["pages"],
  newsletters: ["newsletters"],
};
/** The whole lists that pages show, one after the other. */
export const shownLists = (kind: ThingKind) => wholeLists[kind].filter((list) => list !== "activities:off");
/** The list of which the newest, or the next, are shown. */
export const headList = (kind: ThingKind): string => wholeLists[kind][0] ?? kind;
export const ofChain = (list: string, chain: string) => `${list}@${chain}`;
export const naming = (kind: ThingKind) => `ref@${kind}`;
/** With what the keys of all begin that name a thing. */
export const namingKey = (id: string) => `${id}|`;
/** Demands that still look for somebody. */
export const wantedList = "demands:wanted";
/** Pages to which the foot of every page points, in its order. */
export const footList = "foot";
/** Of things that the clock changes, by when it does. */
export const dueList = "due";
/** The next activity first; everything else newest first. */
export const newestFirst = (list: string) => !list.startsWith("activities:ahead") && list !== dueList && list !== footList;

export const nameOf = (kind: ThingKind, id: string) => `${kind}:${id}`;
export const named = (name: string) => {
  const at = name.indexOf(":");
  return { kind: name.slice(0, at) as ThingKind, id: name.slice(at + 1) };
};

/** The month of an instant where the programme is, `2026-11`. */
export const monthOf = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 7);

const listedChars = 280;
const cut = (text: string) => {
  const letters = text.length > listedChars ? [...text] : [];
  return letters.length > listedChars ? `${letters.slice(0, listedChars - 1).join("")}…` : text;
};
const brief = (text: Localised): Localised => ({
  "zh-CN": cut(text["zh-CN"]),
  ...(text.en ? { en: cut(text.en) } : {}),
});
const none: Localised = { "zh-CN": "" };

/** What a thing is called in a list. */
export const titleOf = ({ kind, thing }: AnyEntry): Localised =>
  kind === "talents" ? { "zh-CN": `${thing.name} · ${thing.title}` } : thing.title;

/** A thing as lists show it: long texts are cut, and those that no list shows are empty. */
export function summaryOf<K extends ThingKind>(kind: K, whole: Things[K]): AnySummaries[K] {
  const one = { kind, thing: whole } as AnyEntry;
  switch (one.kind) {
    case "activities":
      return {
        ...one.thing,
        summary: brief(one.thing.summary),
        description: none,
        agenda: undefined,
      } as AnySummaries[ThingKind] as AnySummaries[K];
    case "projects":
      return {
        ...one.thing,
        problem: brief(one.thing.problem),
        advantage: none,
        economics: none,
      } as AnySummaries[ThingKind] as AnySummaries[K];
    case "demands": {
      const { scenario, effect, ...rest } = one.thing;
      return { ...rest, problem: brief(one.thing.problem) } as AnySummaries[ThingKind] as AnySummaries[K];
    }
    case "cases": {
      const { body, timeline, conditions, formerSlugs, ...rest } = one.thing as PublicCase;
      return rest as AnySummaries[ThingKind] as AnySummaries[K];
    }
    case "newsletters": {
      const { body, ...rest } = one.thing as PublicIssue;
      return { ...rest, summary: brief(rest.summary) } as AnySummaries[ThingKind] as AnySummaries[K];
    }
    case "pages": {
      const { body, formerSlugs, ...rest } = one.thing as PublicPage;
      return rest as AnySummaries[ThingKind] as AnySummaries[K];
    }
    default:
      return { ...one.thing, introduction: brief(one.thing.introduction) } as AnySummaries[ThingKind] as AnySummaries[K];
  }
}

/** When a thing came to be public, or takes place. Must not depend on anything but the thing. */
function sortOf({ kind, thing }: AnyEntry): string {
  switch (kind) {
    case "activities":
      return thing.startsAt;
    case "cases":
    case "pages":
    case "newsletters":
      return thing.publishedAt;
    case "talents":
      return new Date(decodeTime(thing.id.slice(thing.id.indexOf("_") + 1).toUpperCase())).toISOString();
    default:
      return thing.listedAt;
  }
}

const chainsOf = ({ kind, thing }: AnyEntry): readonly string[] =>
  kind === "pages" || kind === "newsletters" ? [] : kind === "projects" || kind === "demands" ? [thing.chain] : thing.chains;

/** What a thing is found by when its list is narrowed. */
export function facetsOfEntry(entry: AnyEntry): Partial<Record<FacetName, readonly string[]>> {
  const chain = [...chainsOf(entry)];
  switch (entry.kind) {
    case "activities": {
      const { kind, availability, region } = entry.thing;
      return {
        type: [kind],
        chain,
        state: [availability === "few" ? "open" : availability],
        ...(region ? { region: [region] } : {}),
      };
    }
    case "projects": {
      const { trl, ways, region } = entry.thing;
      return { chain, trl: [String(trl)], way: ways, ...(region ? { region: [region] } : {}) };
    }
    case "demands": {
      const { trl, ways, region, state } = entry.thing;
      return {
        chain,
        way: ways,
        state: [state],
        ...(trl ? { trl: [String(trl)] } : {}),
        ...(region ? { region: [region] } : {}),
      };
    }
    case "pages":
    case "newsletters":
      return {};
    case "cases":
      return { chain, lever: entry.thing.levers ?? [], year: [monthOf(entry.thing.publishedAt).slice(0, 4)] };
    default:
      return { chain };
  }
}

function wholeListOf({ kind, thing }: AnyEntry): string {
  if (kind !== "activities") return kind;
  return thing.availability === "cancelled"
    ? "activities:off"
    : thing.availability === "past"
      ? "activities:past"
      : "activities:ahead";
}

/** When the clock alone changes what is shown of it. */
function dueAt(entry: AnyEntry, now: Date): string | undefined {
  if (entry.kind !== "activities") return undefined;
  const { registrationOpensAt, registrationClosesAt, endsAt, availability, tickets = [] } = entry.thing;
  if (availability === "cancelled") return undefined;
  const sales = tickets.flatMap(({ opensAt, closesAt }) => [opensAt, closesAt]);
  return [...sales, registrationOpensAt, registrationClosesAt, endsAt]
    .flatMap((at) => (at && at > now.toISOString() ? [at] : []))
    .sort((a, b) => (a < b ? -1 : 1))[0];
}

/** What a thing names: a case what it is about, an activity the talents who speak there and the projects that are on stage. */
function linksOf({ kind, thing }: AnyEntry): [string, readonly string[]][] {
  if (kind === "cases") return Object.entries((thing as PublicCase).links ?? {});
  const { speakers = [], sessions = [] } = (kind === "activities" && thing.agenda) || {};
  const talents = [...new Set(speakers.flatMap(({ talent }) => talent || []))];
  const projects = [...new Set(sessions.flatMap(({ project }) => project ?? []))];
  const all: [string, readonly string[]][] = [
    ["talents", talents],
    ["projects", projects],
  ];
  return all.filter(([, ids]) => ids.length > 0);
}

/** Where a thing stands on the site, or would if it were public now. `former`: the addresses that it knows to have had itself. */
export type Placed = EntryRecord;

export function placed<K extends ThingKind>(kind: K, whole: Things[K], now: Date): Placed {
  const entry = { kind, thing: whole } as AnyEntry;
  const sort = sortOf(entry);
  const list = wholeListOf(entry);
  const linked = linksOf(entry);
  const links = linked.flatMap(([to, ids]) => (ids as readonly string[]).map((id) => nameOf(to as Kind, id)));
  const due = dueAt(entry, now);
  const foot = entry.kind === "pages" ? entry.thing.footer : undefined;
  const wanted = entry.kind === "demands" && (entry.thing.state === "open" || entry.thing.state === "in-contact");
  const places: Place[] = [
    { list, sort },
    ...chainsOf(entry).map((chain) => ({ list: ofChain(list, chain), sort })),
    ...links.map(named).map((to) => ({ list: naming(to.kind), sort: `${namingKey(to.id)}${sort}` })),
    ...(wanted ? [{ list: wantedList, sort }] : []),
    ...(foot ? [{ list: footList, sort: `${String(foot).padStart(2, "0")}#${sort}` }] : []),
    ...(due ? [{ list: dueList, sort: due }] : []),
  ];
  const pathOfSlug = kind === "cases" ? paths.case : kind === "pages" ? paths.page : undefined;
  const former = pathOfSlug ? ((whole as PublicCase | PublicPage).formerSlugs ?? []).map(pathOfSlug) : [];
  return {
    kind,
    id: whole.id,
    former,
    path: pathOf(entry),
    summary: summaryOf(kind, whole),
    places,
    facets: facetsOfEntry(entry),
    links,
  };
}
