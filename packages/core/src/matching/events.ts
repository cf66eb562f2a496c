import type { Derive } from "../platform/event.ts";
import type { AskRecord, StepRecord } from "./entity.ts";

/** What an event of an ask says: which one, and of which need. */
export interface AskFact {
  readonly askId: string;
  readonly demandId: string;
  /** Whom it was put to, as a keyed digest. */
  readonly person?: string | undefined;
}

/** What an event of an agreement says: of which pair, and when it was recorded. */
export interface AgreedFact {
  readonly demandId: string;
  readonly offerId: string;
  readonly at: string;
}

/** `match.agreed` when an agreement is recorded, once for a day; `match.asked` for each time that a side is asked, `match.answered` when it has answered. */
export const deriveMatchEvents: Derive = {
  "match-step"({ before, after }) {
    const is = after as unknown as (StepRecord & { createdAt: string }) | undefined;
    if (before || is?.step !== "agreement") return [];
    const { demandId, offerId, createdAt: at } = is;
    return [{ name: "match.agreed", data: { demandId, offerId, at } satisfies AgreedFact }];
  },
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
