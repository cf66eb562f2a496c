import type { Localised } from "../platform/text.ts";
import type { CaseHead, CaseRecord } from "./entity.ts";

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
  return words.length > 1 && words !== "page" ? words : numberOf(id);
}

const numberOf = (id: string) => id.slice(id.indexOf("_") + 1);

/** The same address made distinct, for when the one made from the title belongs to another case. */
export const distinct = (slug: string, id: string): string => `${slug}-${numberOf(id).slice(-6)}`;

const byCode = (a: string, b: string) => (a < b ? -1 : 1);

/** Equal whatever the order of the names, which the table does not keep. */
export function sameHead(a: CaseHead, b: CaseHead): boolean {
  const facts = ({ slug, title, summary, chains, cover, revision }: CaseHead) => [
    slug,
    revision,
    title["zh-CN"],
    title.en,
    summary["zh-CN"],
    summary.en,
    [...chains].sort(byCode),
    cover && [cover.id, cover.alt["zh-CN"], cover.alt.en],
  ];
  return JSON.stringify(facts(a)) === JSON.stringify(facts(b));
}

/** Whether the public reads exactly the draft. */
export const isCurrent = (record: CaseRecord): boolean =>
  record.published !== undefined && sameHead(record.published, record.draft);
