import type { FullCase, Picture } from "@lingxi/core/cases/schema";
import type { Localised } from "@lingxi/core/platform/text";

/** What the form holds, and the version that it was read at. */
export interface Draft {
  readonly version: number;
  readonly title: Localised;
  readonly summary: Localised;
  readonly body: Localised;
  readonly chains: readonly string[];
  readonly cover?: Picture | undefined;
  readonly slug: string;
}

const empty: Localised = { "zh-CN": "" };
export const blank: Draft = { version: 0, title: empty, summary: empty, body: empty, chains: [], slug: "" };

export const draftOf = ({ version, title, summary, body, chains, cover, slug }: FullCase): Draft => ({
  version,
  title,
  summary,
  body,
  chains,
  cover,
  slug,
});

/** What is typed and not saved, by case. It survives moving about in the console, and the browser asks before it would be lost. */
const kept = new Map<string, Draft>();

addEventListener("beforeunload", (event) => {
  if (kept.size) event.preventDefault();
});

export const recall = (key: string): Draft | undefined => kept.get(key);
export const keep = (key: string, draft: Draft): void => void kept.set(key, draft);
export const forget = (key: string): void => void kept.delete(key);

const digits = "0123456789abcdefghjkmnpqrstvwxyz";

/** An id for a new case, made before it is sent, so that a second send of the same form makes no second case. A ULID. */
export function newCaseId(): string {
  let time = Date.now();
  let text = "";
  for (let i = 0; i < 10; i++) {
    text = `${digits[time % 32]}${text}`;
    time = Math.floor(time / 32);
  }
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) text += digits[byte % 32];
  return `cas_${text}`;
}

let saved: string | undefined;

/** Remembers the case that has just been made, since its editor is another page than the one that says so. */
export const firstSaved = (id: string | undefined): void => {
  saved = id;
};
export const wasFirstSaved = (id: string | undefined): boolean => id !== undefined && saved === id;
