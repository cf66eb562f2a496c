import type { Derive } from "../platform/event.ts";
import type { CaseRecord } from "./entity.ts";
import { sameHead } from "./policy.ts";
import { kindOf } from "./schema.ts";

/** What the public reads of a case has changed. */
export interface CaseFact {
  readonly caseId: string;
}

/** The same of a page. */
export interface PageFact {
  readonly pageId: string;
}

export const deriveCaseEvents: Derive = {
  case({ before, after }) {
    const [was, is] = [before, after] as unknown as [CaseRecord | undefined, CaseRecord | undefined];
    const id = (is ?? was)?.id;
    const [old, now] = [was?.published, is?.published];
    const asked = is?.review && is.review.since !== was?.review?.since;
    const review = id && asked ? [{ name: "case.review-asked", data: { caseId: id } }] : [];
    const same = old && now ? old.at === now.at && sameHead(old, now) : !old && !now;
    if (!id || same) return review;
    const changed =
      kindOf(id) === "page"
        ? { name: "page.changed", data: { pageId: id } satisfies PageFact }
        : { name: "case.changed", data: { caseId: id } satisfies CaseFact };
    return [changed, ...review];
  },
};
