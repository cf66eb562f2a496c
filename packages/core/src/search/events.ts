import type { Derive } from "../platform/event.ts";

/** A document that nobody may find any more; `at` is the place of its removal in the log. */
export interface RemovedFact {
  readonly document: string;
  readonly at: string;
}

export const deriveSearchEvents: Derive = {
  "search-log"({ before, after }) {
    if (before || !after || after.entry) return [];
    return [{ name: "search.removed", data: { document: String(after.document), at: String(after.at) } satisfies RemovedFact }];
  },
};
