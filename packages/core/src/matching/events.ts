import type { Derive } from "../platform/event.ts";
import type { AskRecord } from "./entity.ts";

/** What an event of an ask says: which one, and of which need. */
export interface AskFact {
  readonly askId: string;
  readonly demandId: string;
  /** Whom it was put to, as a keyed digest. */
  readonly person?: string | undefined;
}

/** `match.asked` for each time that a side is asked, `match.answered` when it has answered. */
export const deriveMatchEvents: Derive = {
  "match-ask"({ before, after }) {
    const [was, is] = [before as unknown as AskRecord | undefined, after as unknown as AskRecord | undefined];
    if (!is || is.status === was?.status) return [];
    return [
      {
        name: is.status === "open" ? "match.asked" : "match.answered",
        data: { askId: is.id, demandId: is.demandId, ...(is.person ? { person: is.person } : {}) } satisfies AskFact,
      },
    ];
  },
};
