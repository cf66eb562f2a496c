import type { Derive } from "../platform/event.ts";
import { paths } from "../publication/schema.ts";
import type { CaseRecord } from "./entity.ts";
import { sameHead } from "./policy.ts";

/** What the public reads of a case has changed. `former` names addresses that it had and has no more. */
export interface CaseFact {
  readonly caseId: string;
  readonly former: readonly string[];
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
    const data: CaseFact = { caseId: id, former: old && old.slug !== now?.slug ? [paths.case(old.slug)] : [] };
    return [{ name: "case.changed", data }, ...review];
  },
};
