import type { Derive } from "../platform/event.ts";
import type { CaseRecord } from "./entity.ts";
import { sameHead } from "./policy.ts";

/** What the public reads of a case has changed. */
export interface CaseFact {
  readonly caseId: string;
}

export const deriveCaseEvents: Derive = {
  case({ before, after }) {
    const [was, is] = [before, after] as unknown as [CaseRecord | undefined, CaseRecord | undefined];
    const id = (is ?? was)?.id;
    const [old, now] = [was?.published, is?.published];
    const same = old && now ? old.at === now.at && sameHead(old, now) : !old && !now;
    if (!id || same) return [];
    const data: CaseFact = { caseId: id };
    return [{ name: "case.changed", data }];
  },
};
