import type { Locale } from "@lingxi/core/platform/text";
import { type Draft, type Part, samePart } from "./draft.ts";

/** One thing to decide: a text in one language, or a part that is no text. */
export interface Question {
  readonly key: string;
  readonly part: Part;
  readonly language?: Locale;
  readonly mine: unknown;
  readonly theirs: unknown;
  readonly base: unknown;
  /** Who changed it. */
  readonly by: "mine" | "theirs" | "both";
}

const bilingual = new Set<Part>(["title", "summary", "body", "conditions"]);

/** Where two drafts differ, and who made them differ. */
export function questionsOf({ mine, base, theirs }: { mine: Draft; base: Draft; theirs: Draft }): Question[] {
  return (Object.keys(mine) as Part[]).flatMap((part): Question[] => {
    const languages: (Locale | undefined)[] = bilingual.has(part) ? ["zh-CN", "en"] : [undefined];
    return languages.flatMap((language) => {
      const of = (draft: Draft) => (language ? ((draft[part] as Partial<Record<Locale, string>>)[language] ?? "") : draft[part]);
      const [a, b, o] = [of(mine), of(theirs), of(base)];
      if (samePart(a, b)) return [];
      const by = samePart(b, o) ? "mine" : samePart(a, o) ? "theirs" : "both";
      return [{ key: `${part}.${language ?? ""}`, part, ...(language ? { language } : {}), mine: a, theirs: b, base: o, by }];
    });
  });
}
