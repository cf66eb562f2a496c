import type { CaseContentView, CaseLinks, Lever, Measure, Milestone } from "@lingxi/core/cases/schema";
import type { Picture } from "@lingxi/core/picture/schema";
import type { Localised } from "@lingxi/core/platform/text";

/** What the form holds: every part is there, texts as typed. */
export interface Draft {
  readonly title: Localised;
  readonly summary: Localised;
  readonly body: Localised;
  readonly cover?: Picture | undefined;
  readonly levers: readonly Lever[];
  readonly measures: readonly Measure[];
  readonly timeline: readonly Milestone[];
  readonly conditions: Localised;
  readonly links: CaseLinks;
  readonly chains: readonly string[];
  readonly slug: string;
  /** Of a page only: its place at the foot of every page. */
  readonly footer?: number | undefined;
  readonly accepted: readonly string[];
}
export type Part = keyof Draft;

const empty: Localised = { "zh-CN": "" };
const noLinks: CaseLinks = { activities: [], projects: [], demands: [], talents: [] };

export const blank: Draft = {
  ...{ title: empty, summary: empty, body: empty, conditions: empty, links: noLinks, slug: "" },
  ...{ levers: [], measures: [], timeline: [], chains: [], accepted: [], footer: undefined },
};

export const draftOf = (content: CaseContentView): Draft => ({
  title: content.title,
  summary: content.summary,
  body: content.body,
  cover: content.cover,
  levers: content.levers ?? [],
  measures: content.measures ?? [],
  timeline: content.timeline ?? [],
  conditions: content.conditions ?? empty,
  links: content.links ?? noLinks,
  chains: content.chains,
  slug: content.slug,
  footer: content.footer,
  accepted: content.accepted ?? [],
});

/** A value as text, with what is empty left out: an English text that was typed and removed again is none. */
const plain = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) => {
    if (one === "" || one === null) return undefined;
    if (typeof one !== "object" || Array.isArray(one)) return one;
    const entries = Object.entries(one as object).filter(([, inner]) => inner !== "" && inner !== undefined);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  }) ?? "";

export const samePart = (a: unknown, b: unknown): boolean => a === b || plain(a) === plain(b);

/** The parts in which two drafts differ. */
export const differing = (a: Draft, b: Draft): Part[] => (Object.keys(a) as Part[]).filter((part) => !samePart(a[part], b[part]));

const digits = "0123456789abcdefghjkmnpqrstvwxyz";
export const randomText = (length: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => digits[byte % 32]).join("");

/** An id for a new case or page, made before it is sent, so that a second send of the same form makes no second one. A ULID. */
export function newIdFor(prefix: "cas" | "pag"): string {
  let time = Date.now();
  let text = "";
  for (let i = 0; i < 10; i++) {
    text = `${digits[time % 32]}${text}`;
    time = Math.floor(time / 32);
  }
  return `${prefix}_${text}${randomText(16)}`;
}

let saved: string | undefined;

/** Remembers the case that has just been made, since its editor is another page than the one that says so. */
export const firstSaved = (id: string | undefined): void => {
  saved = id;
};
export const wasFirstSaved = (id: string | undefined): boolean => id !== undefined && saved === id;
