import type { Localised } from "../platform/text.ts";
import { reserved } from "./content.ts";
import type { CaseHead, CaseRecord } from "./entity.ts";
import type { CaseContentView } from "./schema.ts";

/** An address from the English title; without a usable one, from the number of the case. */
export function slugFrom(title: Localised, id: string): string {
  const words = (title.en ?? "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
  return words.length > 1 && !reserved.has(words) ? words : numberOf(id);
}

const numberOf = (id: string) => id.slice(id.indexOf("_") + 1);

/** The same address made distinct, for when the one made from the title belongs to another case. */
export const distinct = (slug: string, id: string): string => `${slug}-${numberOf(id).slice(-6)}`;

const byCode = (a: string, b: string) => (a < b ? -1 : 1);

/** A value as text that is the same whatever the order of names, which the table does not keep, and whether a thing is empty or absent. */
function canonical(value: unknown): string {
  const plain = (one: unknown): unknown => {
    if (one === null || typeof one !== "object") return one === "" ? undefined : one;
    if (Array.isArray(one)) return one.length ? one.map(plain) : undefined;
    const entries = Object.entries(one).flatMap(([name, inner]) => {
      const kept = plain(inner);
      return kept === undefined ? [] : [[name, kept] as const];
    });
    return entries.length ? Object.fromEntries(entries.sort(([a], [b]) => byCode(a, b))) : undefined;
  };
  return JSON.stringify(plain(value)) ?? "";
}

/** The parts of a head, in the order of the editor; `body` is told by its revision. */
const parts: Readonly<Record<Exclude<keyof CaseContentView, "accepted">, (head: CaseHead) => unknown>> = {
  title: ({ title }) => title,
  summary: ({ summary }) => summary,
  body: ({ revision }) => revision,
  cover: ({ cover }) => cover && [cover.id, cover.alt],
  levers: ({ levers }) => [...(levers ?? [])].sort(byCode),
  measures: ({ measures }) => measures,
  timeline: ({ timeline }) => timeline,
  conditions: ({ conditions }) => conditions,
  links: ({ links }) => links,
  chains: ({ chains }) => [...chains].sort(byCode),
  slug: ({ slug }) => slug,
  footer: ({ footer }) => footer,
};

/** Names of the parts in which two heads differ, of what the public reads and of what was accepted on the checklist. */
export function differing(a: CaseHead, b: CaseHead): string[] {
  const own = Object.entries(parts).flatMap(([name, of]) => (canonical(of(a)) === canonical(of(b)) ? [] : [name]));
  return canonical([...(a.accepted ?? [])].sort(byCode)) === canonical([...(b.accepted ?? [])].sort(byCode))
    ? own
    : [...own, "accepted"];
}

/** Whether the public would read the same. */
export const sameHead = (a: CaseHead, b: CaseHead): boolean => differing(a, b).every((part) => part === "accepted");

/** Whether the public reads exactly the draft. */
export const isCurrent = (record: CaseRecord): boolean =>
  record.published !== undefined && sameHead(record.published, record.draft);

/** Milliseconds after which a publication that was missed is not made up for by itself: who approved it counted on its time. */
export const lateAfter = 86_400_000;
